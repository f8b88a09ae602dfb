import { languageOf } from './language-of.ts';
import { PhotoPicker } from './photo-picker.ts';
import { PHOTO_WORDS } from './photo-words.ts';

/**
 * `/photos.js`: loaded by forms that ask for photos.
 * @param form its address.
 * @param language its language tag.
 */
export const photoPicker = (form: string, language: string): PhotoPicker => new PhotoPicker(form, PHOTO_WORDS[languageOf(language)]);
