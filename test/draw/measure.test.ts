import { describe, expect, test } from 'vitest';
import { measure } from '../../src/draw/measure.ts';

/** How wide Noto Sans Bold sets words of scripts that our font lacks, in ems. Few fonts that a reader has for them are wider. */
const words: Record<string, [string, number][]> = {
  Thai: [
    ['ฌญฒณ', 3.74],
    ['แบบสำรวจความพึงพอใจ', 10.28],
    ['คอมพิวเตอร์พกพา', 7.74],
  ],
  Lao: [['ໝໜພາສາລາວ', 5.64]],
  Armenian: [
    ['պետք', 3.22],
    ['Խաապտ', 4.8],
    ['նոութբուք', 5.33],
  ],
  Burmese: [
    ['လိုအပ်သည်', 5.02],
    ['ကွန်ပျူတာအသစ်', 7.02],
  ],
  Georgian: [
    ['ლეპტოპი', 5.15],
    ['მჭირდება', 5.37],
  ],
  Ethiopic: [
    ['አዲስ', 2.18],
    ['ላፕቶፕ', 2.39],
    ['ጤጭጨሙ', 4.87],
  ],
  Devanagari: [
    ['मुझे', 1.46],
    ['लैपटॉप', 2.8],
  ],
  Bengali: [['ল্যাপটপ', 3.49]],
  Tamil: [['மடிக்கணினி', 7.44]],
  Khmer: [['កុំព្យូទ័រ', 2.65]],
  Sinhala: [['ලැප්ටොප්', 4.76]],
  Telugu: [['ల్యాప్‌టాప్', 4.37]],
  Malayalam: [['ലാപ്ടോപ്പ്', 5.31]],
  Kannada: [['ಲ್ಯಾಪ್‌ಟಾಪ್', 5.49]],
  Hebrew: [
    ['שלום', 2.37],
    ['מחשב', 2.74],
    ['שששקשש', 4.69],
    ['מחפשת את הטופס', 8.22],
  ],
  Arabic: [
    ['هل', 1.59],
    ['شسصض', 4.41],
    ['سسس', 3.41],
    ['ببب', 1.84],
    ['الحاسوب المحمول', 9.05],
    ['قسم تقنية المعلومات', 10.66],
    ['تبحث في الشبكة الداخلية عن النموذج ولا تعرف أي النماذج الثلاثة هو المطلوب.', 38.49],
  ],
};

describe('a word of a script that the font lacks has room in the font of the reader', () => {
  test.each(Object.entries(words).flatMap(([script, each]) => each.map(([word, ems]) => ({ script, word, ems }))))(
    '$script: $word',
    ({ word, ems }) => {
      expect(measure(word, 100, 'semibold')).toBeGreaterThanOrEqual(ems * 100);
    },
  );

  test.each([
    ['تبحث في الشبكة الداخلية عن النموذج ولا تعرف أي النماذج الثلاثة هو المطلوب.', 38.49],
    ['هل وصل الطلب؟ انتظار الرد من المكتب', 19.76],
    ['מחפשת את הטופס באתר הפנימי ולא יודעת איזה משלושת הטפסים הוא הנכון.', 36.6],
  ])('and not much more than that, as a line of them would be half empty: %s', (text, ems) => {
    expect(measure(text, 100, 'semibold')).toBeLessThan(ems * 100 * 1.2);
  });
});
