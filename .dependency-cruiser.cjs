const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|bot|addin|manifest)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'leads-alone',
      '^src/leads/',
      '^src/leads/',
      'What a lead is depends on nothing that shows, keeps or sends it.',
    ),
    only('email', '^src/email/', '^src/(email|leads)/', 'Reading a mail is pure: no I/O, no surface.'),
    only('csv', '^src/csv/', '^src/(csv|leads|words)/', 'Tables of leads know no surface and no store.'),
    only('stores', '^src/stores/', '^src/(stores|leads|outbox|platform)/', 'A store keeps leads and knows no surface.'),
    only('cards', '^src/cards/', '^src/(cards|leads|words)/', 'A card is a pure function of what it shows.'),
    only(
      'actions',
      '^src/actions/',
      '^src/(actions|leads|email|cards|words)/',
      'A click means the same on every surface.',
    ),
    only(
      'http',
      '^src/http/',
      '^src/(http|actions|leads|email|csv|cards|outbox|platform|words)/',
      'The API knows no other surface.',
    ),
    only('words', '^src/words/', '^src/(words/|leads/)', 'Words depend on nothing but the names of what they word.'),
    only(
      'bot',
      '^bot/',
      '^(bot|src/(actions|cards|leads|outbox|platform|words))/',
      'Teams reaches leads through actions.',
    ),
    {
      name: 'botbuilder-only-in-bot',
      comment: 'The SDK is archived; leaving it must stay a matter of one folder.',
      severity: 'error',
      from: { pathNot: '^(bot|test/(bot|trust))/' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'addin-types-only',
      comment: 'The add-in ships no server code; names of options, views and sort orders are the same on both sides.',
      severity: 'error',
      from: { path: '^addin/' },
      to: { path: '^src/(?!words/|leads/(option-sets|lead-query)\\.ts)', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
