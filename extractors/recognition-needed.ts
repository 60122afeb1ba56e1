import type { Note } from '../model/note.ts';
import { note, type Result, refuse } from '../model/outcome-channels.ts';
import type { Place } from '../model/place.ts';

/** Code of whatever was left unread because recognition is turned off: those who turn it on find such results by it. */
export const recognitionNeeded = 'ocr/needed';

/** A file that holds nothing but pictures. */
export function needsRecognition<T>(): Result<T> {
  return refuse(recognitionNeeded, {
    zh: '文件是扫描件或图片，没有可用的文字，需要文字识别；未启用文字识别（--ocr never），未读取',
    en: 'the file is a scan or a picture without usable text; recognition is turned off (--ocr never), so it was not read',
  });
}

/** A part of a file that only shows pictures. */
export function needsRecognitionThere(
  what: { readonly zh: string; readonly en: string },
  place?: Place,
): Note {
  return note(
    recognitionNeeded,
    {
      zh: `${what.zh}需要文字识别；未启用文字识别（--ocr never），未读取`,
      en: `${what.en} needs recognition, which is turned off (--ocr never); it was not read`,
    },
    place,
  );
}
