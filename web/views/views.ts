import './views.css';
import { start } from './page/app.tsx';

start();
