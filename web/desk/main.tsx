import '../browser/parts/style.css';
import './desk.css';
import { open } from '../browser/parts/signed-in.tsx';
import { Desk } from './desk.tsx';

open(({ me, house }) => <Desk me={me} house={house} />);
