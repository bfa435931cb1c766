import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { acceptedFrom } from '../../src/article/accepted.ts';
import type { Known } from '../../src/article/names.ts';
import { readArticle } from '../../src/article/read.ts';
import { readText } from '../../src/article/reading.ts';
import { reviewFile } from '../../src/article/review.ts';
import { sentencesOf } from '../../src/article/sentences.ts';

const known = (id: string, label: string, aliases: string[] = [], kind: string | null = null): Known => ({
  id: `${id.split('_')[0]}_${(id.split('_')[1] ?? '').padEnd(20, 'a')}`,
  label,
  keys: [id],
  aliases,
  namesInLanguages: [],
  kind,
});

const cast = [
  known('group_sohr', 'SOHR', ['Syrian Observatory for Human Rights', 'المرصد السوري لحقوق الإنسان'], 'MONITOR'),
  known('group_afp', 'AFP', ['Agence France-Presse'], 'NEWS_AGENCY'),
  known('group_who', 'WHO', ['World Health Organization'], 'IGO'),
  known('group_sdf', 'SDF', ['Syrian Democratic Forces'], 'ARMED_GROUP'),
  known('person_rami', 'Rami Abdurrahman', ['Rami Abdul Rahman']),
  known('person_ali', 'Ali Sheha'),
  known('place_baniyas', 'Baniyas', ['بانياس']),
  known('place_nice', 'Nice'),
  known('place_salamgov', 'Salam'),
  known('place_salamtown', 'Salam'),
  known('community_alawites', 'Alawites', ['Alawite community']),
];

const said = (text: string) =>
  readText(text, cast).claims.map(({ quote, speech }) => [
    quote,
    speech &&
      [...speech.speaker.candidates.map(({ label }) => label), ...(speech.speaker.described ? [`new ${speech.speaker.described.name}`] : [])].join(' or '),
    speech?.phrase.quote ?? null,
  ]);
const named = (text: string) => readText(text, cast).mentions.map(({ quote, candidates }) => [quote, ...candidates.map(({ keys }) => keys[0])]);

describe('whose word a number is', () => {
  it.each([
    ['5 people were killed, SOHR said.', [['5', 'SOHR', 'SOHR said']]],
    ['According to the SOHR, 5 were killed.', [['5', 'SOHR', 'According to the SOHR']]],
    [
      'At least 5 were killed, according to SOHR director Rami Abdul Rahman.',
      [['At least 5', 'Rami Abdurrahman', 'according to SOHR director Rami Abdul Rahman']],
    ],
    ['Ali Sheha, a resident of Baniyas, told AFP that 20 neighbours were killed.', [['20', 'Ali Sheha', 'Ali Sheha, a resident of Baniyas, told AFP']]],
    [
      '“We buried 7 people killed here,” said Ali Sheha. “Another 3 are missing,” he added.',
      [
        ['7', 'Ali Sheha', 'said Ali Sheha'],
        ['3', 'Ali Sheha', 'he added'],
      ],
    ],
    ['The SOHR spoke of clashes. Its previous toll of 830 killed was higher.', [['830', null, null]]],
    ['SOHR said so. Its previous toll was 830 killed.', [['830', 'SOHR', 'Its previous toll']]],
    ['SOHR’s latest figures show 12 people killed.', [['12', 'SOHR', 'SOHR’s latest figures']]],
    [
      'The Syrian Observatory for Human Rights said 5 died. The Observatory added that 3 were hurt.',
      [
        ['5', 'SOHR', 'The Syrian Observatory for Human Rights said'],
        ['3', 'SOHR', 'The Observatory added'],
      ],
    ],
    ['A Syrian war monitor said 5 were killed. SOHR has sources there.', [['5', 'SOHR', 'A Syrian war monitor said']]],
    ['A war monitor said 5 were killed.', [['5', 'new A war monitor', 'A war monitor said']]],
    ['Residents of Baniyas said 5 were killed.', [['5', 'new Residents', 'Residents of Baniyas said']]],
    ['An SDF official said 5 civilians were killed.', [['5', 'new SDF official', 'An SDF official said']]],
    ['A spokesman for the SDF said 5 fighters were killed.', [['5', 'SDF', 'A spokesman for the SDF said']]],
    ['Reuters reported that 5 people were killed.', [['5', 'new Reuters', 'Reuters reported']]],
    ['5 killed in Baniyas: monitor', [['5', 'new Monitor', 'monitor']]],
    ['SOHR: 5 killed in Baniyas', [['5', 'SOHR', 'SOHR']]],
    [
      'SOHR said 5 were killed, while AFP reported that 8 had died.',
      [
        ['5', 'SOHR', 'SOHR said'],
        ['8', 'AFP', 'AFP reported'],
      ],
    ],
    ['5 people were reported killed by SOHR.', [['5', null, null]]],
    ['The killing of 5 people was documented by SOHR.', [['5', 'SOHR', 'documented by SOHR']]],
    ['5 people were killed in Baniyas.', [['5', null, null]]],
    ['Residents who said nothing buried 5 people killed there.', [['5', null, null]]],
    ['So-called fighters killed 5 people.', [['5', null, null]]],
  ])('reads "%s"', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('what a text mentions', () => {
  it.each([
    ['A nice word, said the man who was there', []],
    [
      'WHO staff in Nice',
      [
        ['WHO', 'group_who'],
        ['Nice', 'place_nice'],
      ],
    ],
    [
      "Baniyas' port, Baniyas-based, pro-Baniyas",
      [
        ['Baniyas', 'place_baniyas'],
        ['Baniyas', 'place_baniyas'],
        ['Baniyas', 'place_baniyas'],
      ],
    ],
    [
      'the Alawite community and Alawites',
      [
        ['Alawite community', 'community_alawites'],
        ['Alawites', 'community_alawites'],
      ],
    ],
    ['in Salam', [['Salam', 'place_salamgov', 'place_salamtown']]],
    [
      'Rami Abdulrahman. Then Abdurrahman left',
      [
        ['Rami Abdulrahman', 'person_rami'],
        ['Abdurrahman', 'person_rami'],
      ],
    ],
    ['The Observatory', []],
    [
      'SOHR and the Observatory',
      [
        ['SOHR', 'group_sohr'],
        ['Observatory', 'group_sohr'],
      ],
    ],
    ['Syrian Observatory. For Human Rights', []],
    [
      'من بانياس وبانياس',
      [
        ['بانياس', 'place_baniyas'],
        ['بانياس', 'place_baniyas'],
      ],
    ],
    ['\u202bالمرصد السوري لحقوق الإنسان\u202c said', [['المرصد السوري لحقوق الإنسان', 'group_sohr']]],
    ['🕊🕊 AFP', [['AFP', 'group_afp']]],
  ])('finds in "%s"', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

it.each([
  ['One. Two.\n\nThree', ['One.', 'Two.', 'Three']],
  ['Dr. Ali of the U.S. army spoke. He left.', ['Dr. Ali of the U.S. army spoke.', 'He left.']],
  ['A headline\nThe text begins.', ['A headline', 'The text begins.']],
  [
    'A line that somebody broke after sixty characters or so, because\nit was long.',
    ['A line that somebody broke after sixty characters or so, because\nit was long.'],
  ],
])('the sentences of %j', (text, expected) => {
  expect(sentencesOf(text).map(({ quote }) => quote)).toEqual(expected);
});

describe('an article file', () => {
  const paragraph = '<p>The Observatory said that 5 people were killed in a village, and that many more had fled from there to the hills.</p>';
  const page = `<!doctype html><html lang="en"><head><title>Five killed</title><meta property="og:site_name" content="The Paper">
    <meta property="article:published_time" content="2025-03-10T10:00:00Z"><script>document.write('9 killed')</script></head>
    <body><nav><a href="/">Home</a></nav><article>${paragraph.repeat(6)}<ul><li>One</li><li>Two</li></ul></article><footer>Imprint</footer></body></html>`;
  const read = (name: string, content: string | Uint8Array) => readArticle(name, Buffer.from(content as string));

  it('that is a page gives the article without what stands around it, and what the page says of it', () => {
    const { text, ...about } = read('page.html', page);

    expect(about).toEqual({ title: 'Five killed', byline: null, language: 'en', published: '2025-03-10T10:00:00Z', publisher: 'The Paper' });
    expect(text).toMatch(/^The Observatory said that 5 people[^\n]+\n\nThe Observatory/);
    expect(text).toMatch(/One\n\nTwo$/);
    expect(text).not.toMatch(/9 killed|Home|Imprint/);
  });

  it('in the encoding that a page names, and as Markdown, is read as its readers see it', () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1256"></head><body><article><p>'),
      Buffer.from([0xe3, 0xd1, 0xd5, 0xcf]),
      Buffer.from(`${paragraph.repeat(5)}</p></article></body></html>`),
    ]);

    expect(read('page.html', bytes).text).toMatch(/^مرصد/);
    expect(read('note.md', '---\ndraft: yes\n---\n# Five *killed*\n\nSome **bold** [words](http://example.org)\nin lines.\n\n- a\n- b\n')).toMatchObject({
      title: 'Five killed',
      text: 'Five killed\n\nSome bold words in lines.\n\na\n\nb',
    });
    expect(read('note.txt', '\ufeffA title\r\n\r\nText\r\n')).toMatchObject({ title: 'A title', text: 'A title\n\nText' });
  });

  it('in which no article stands out, or which is no whole page, is read as a whole', () => {
    expect(read('short.html', '<p>5 people were killed.</p><p>So it was.').text).toBe('5 people were killed.\n\nSo it was.');
    expect(read('cell.html', '<html><table><tr><td>5 people were killed. ').text).toBe('5 people were killed.');
    expect(read('words.html', '5 people were killed &amp; 3 hurt').text).toBe('5 people were killed & 3 hurt');
  });

  it('of whatever markup is read or refused with a sentence', () => {
    const bits = [
      '<div>|</div>|<p>|</p>|<article>|<table><tr><td>|<a href="javascript:x">|<br/><br/>|<script>|</script>|<html lang=|"|>|<|&amp;|&#0;|&#xD800;|<!--|-->|<![CDATA[|]]>',
      '<svg>|<template>|Some words, with a comma. |<h1>|<ul><li>|<meta charset="|windows-1256|<title>|</title>|<base href="::">|<body>|<frameset>|<noscript>|<iframe>|\u0000|é|بان',
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":3,"author":[null]}</script>|<div hidden>|# |**|`|```|[x](y)|\n\n|---\n|> ',
    ].flatMap((line) => line.split('|'));
    const file = fc.tuple(fc.constantFrom('a.html', 'a.md', 'a.txt'), fc.array(fc.constantFrom(...bits), { maxLength: 60 }));

    fc.assert(
      fc.property(file, ([name, parts]) => {
        try {
          const { text } = read(name, parts.join(''));
          if (text.trim() === '' || /(?![\n\t])\p{Cc}/u.test(text) || !text.isWellFormed())
            throw new Error(`No text that can be recorded: ${JSON.stringify(text)}`);
        } catch (error) {
          if ((error as Error).name !== 'StartError') throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['empty.txt', '', 'empty.txt should be a text, but is empty.'],
    ['blank.txt', ' \n\n', 'blank.txt should be an article, but has no text.'],
    ['sheet.txt', 'PK\u0003\u0004', 'sheet.txt should be a text, but is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv.'],
    ['paper.txt', '%PDF-1.7', 'paper.txt should be a text, but is a PDF.'],
    ['picture.txt', new Uint8Array([65, 10, 0x89, 0x50]), 'picture.txt, line 2, column 1: should be UTF-8, but is not. Save it as UTF-8 and try again.'],
    ['bell.txt', 'one\ntwo\u0007', 'bell.txt, line 2, column 4: should be a text, but has the control character U+0007.'],
    ['wide.txt', Buffer.from('\ufeffwide', 'utf16le'), 'wide.txt should be a text, but is UTF-16 text: save it as UTF-8.'],
    ['long.txt', 'x'.repeat(200_001), 'long.txt should have at most 200000 bytes of text, but has 200001.'],
    ['none.html', '<html></html>', 'none.html should be an article, but has no text.'],
    ['deep.html', `<html>${'<div>'.repeat(500)}x`, 'deep.html should be a page with an article, but its elements are nested more than 200 deep.'],
    ['deep.md', `${'> '.repeat(20_000)}x`, 'deep.md should be Markdown, but is nested too deeply to be read.'],
  ])('%s is refused with a sentence', (name, content, message) => {
    expect(() => read(name, content)).toThrow(expect.objectContaining({ name: 'StartError', message }));
  });
});

describe('any text at all', () => {
  const pieces = [
    'SOHR|the Observatory|Syrian|for Human Rights|said|told|AFP|according to|5|at least 20|killed|people|and|,|.|“|”|:|\n|\n\n|Its previous toll of|he|she added|Ali Sheha',
    'gave no|have not provided|a|death|casualty count|town of|Jableh|al-|province|and|Hama|villages|',
    'who|a resident|by|reported|the monitoring group|(|)|-|—|🕊|é|بانياس|وال|#|- |"|\'|{|: |Salam|Nice|documented by|\u2028|\u0085|\t| |漢字',
  ].flatMap((line) => line.split('|'));
  const story = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' '));
  const anyText = fc.oneof(story, story, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

  it('is read without a crash, with every offset on its quote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions, claims, silences, newPlaces } = readText(text, cast);
        const spans = [
          ...mentions,
          ...claims,
          ...silences,
          ...newPlaces,
          ...claims.map(({ sentence }) => sentence),
          ...claims.flatMap(({ speech }) => speech?.phrase ?? []),
        ];

        for (const { quote, start, end } of spans) if (quote === '' || text.slice(start, end) !== quote) throw new Error(JSON.stringify({ quote, start, end }));
        for (const [at, { start }] of mentions.entries()) if (start < (mentions[at - 1]?.end ?? 0)) throw new Error('Mentions overlap.');
      }),
      { numRuns: 10_000 },
    );
  });

  it('comes back out of the file that is to be reviewed, as it was', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = `x${raw
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
          .toWellFormed()}x`;
        const article = { text, title: text.slice(0, 50), byline: text, language: null, published: null, publisher: text.slice(0, 100) };
        const reading = readText(text, cast);
        const file = reviewFile(text, article, {}, reading, []);
        const { input } = acceptedFrom('review.yaml', file) as unknown as { input: { text: string; claims: { quote: string; quoteStart: number }[] } };

        if (input.text !== text) throw new Error(`The text came back as ${JSON.stringify(input.text)}.`);
        if (input.claims.some(({ quote, quoteStart }) => !text.startsWith(quote, quoteStart))) throw new Error('A quote is not where it was.');
        if (input.claims.length !== reading.claims.length + reading.silences.length) throw new Error('A claim was lost.');
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to its length', () => {
    for (const piece of ['SOHR ', 'a ', 'said ', 'the Observatory said 5 killed, ', 'x', '“', 'Ali Sheha ']) {
      expect(readText(piece.repeat(Math.ceil(50_000 / piece.length)), cast).text.length).toBeGreaterThanOrEqual(50_000);
    }
  });
});

it('lists an ambiguous name as lines to choose from, and a source that is not known as one to make', () => {
  const text = 'Residents said 5 people were killed in Salam.';
  const file = reviewFile('a.txt', { text, title: null, byline: null, language: null, published: null, publisher: null }, {}, readText(text, cast), []);
  const chosen = file.replace('# claimant: {', 'claimant: {').replace('# - place_salamgov', '- place_salamgov');

  expect(parse(file)).toMatchObject({ mentions: null, claims: [{ quote: '5', at: 15 }] });
  expect(parse(chosen)).toMatchObject({ mentions: ['place_salamgov'], claims: [{ claimant: { new: { name: 'Residents', kind: 'UNORGANISED' } } }] });
});
