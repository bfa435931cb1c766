import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/view-pages.ts';
import { pictureOf, pictures } from '../support/view-pictures.ts';

/** How much of a picture may differ: edges of letters do, from one machine to the next. */
const tolerance = 0.02;

describeInBrowser('the pictures of docs/views.md', (pages) => {
  it.each(pictures)('show what $name looks like', async (picture) => {
    const kept = readFileSync(`docs/images/${picture.name}.png`).toString('base64');
    const taken = (await pictureOf(pages.browser, pages.home, picture)).toString('base64');

    await pages.page.goto('about:blank');
    const different = await pages.page.evaluate(
      async ([one, other]) => {
        async function pixels(png: string | undefined): Promise<ImageData> {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height) as ImageData;
        }
        const [a, b] = [await pixels(one), await pixels(other)];
        if (a.width !== b.width || a.height !== b.height) return 1;
        let count = 0;
        for (let index = 0; index < a.data.length; index += 4)
          if ([0, 1, 2].some((part) => Math.abs((a.data[index + part] ?? 0) - (b.data[index + part] ?? 0)) > 48)) count += 1;
        return count / (a.width * a.height);
      },
      [kept, taken],
    );

    expect(different).toBeLessThan(tolerance);
  });
});
