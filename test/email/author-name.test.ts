import assert from 'node:assert/strict';
import { drafted } from './drafted.ts';

const TEXT = 'Hi,\n\nplease send a quote for 20 mixers.\n\nRegards';

/** How a header shows somebody, from where, and the first and last name that are read of it. */
const HEADERS: [string, string, string | undefined, string | undefined][] = [
  ['Jane Doe (New York)', 'jane.doe@fabrikam.example', 'Jane', 'Doe'],
  ['Jane Doe (née Smith Miller)', 'jane.doe@fabrikam.example', 'Jane', 'Doe'],
  ['Satya (he him)', 'satya@fabrikam.example', 'Satya', undefined],
  ['Jane Doe (via Google Drive)', 'drive-shares-dm-noreply@google.com', undefined, undefined],
  ['Buyers Forum (Jane Doe)', 'buyers-list@lists.example', 'Jane', 'Doe'],
  ['Jane Doe (Fabrikam Inc)', 'jane.doe@fabrikam.example', 'Jane', 'Doe'],
  ['Jane Doe, PhD', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['Jane Doe, MSc', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['Doe, Jane, Dr.', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['Miller, Don', 'don@fabrikam.example', 'Don', 'Miller'],
  ['Don Miller', 'don.miller@fabrikam.example', 'Don', 'Miller'],
  ['Pan Wei', 'wei.pan@fabrikam.example', 'Wei', 'Pan'],
  ['MA Jing', 'jing.ma@fabrikam.example', 'Jing', 'MA'],
  ['Herr Schmidt', 'schmidt@adatum.example', 'Schmidt', undefined],
  ['Jane from Fabrikam', 'jane@fabrikam.example', 'Jane', undefined],
  ['Jane Doe - Fabrikam', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['Jane Doe | Fabrikam', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['Fabrikam - Jane Doe', 'jane@fabrikam.example', 'Jane', 'Doe'],
  ['王小明', 'wang@fabrikam.example', '小明', '王'],
  ['欧阳娜娜', 'ouyang@fabrikam.example', '娜娜', '欧阳'],
  ['佐々木健太郎', 'sasaki@fabrikam.example', undefined, '佐々木健太郎'],
  ['김철수', 'kim@fabrikam.example', '철수', '김'],
  ['営業部', 'eigyo@fabrikam.example', undefined, undefined],
];

describe('the author’s name in the header', () => {
  for (const [name, address, first, last] of HEADERS)
    it(`is read of ${name}`, () => {
      const { draft } = drafted(`${name} <${address}>`, TEXT);
      assert.deepEqual([draft.firstName, draft.lastName], [first, last]);
    });

  it('is written in a form as people write names', () => {
    for (const [first, last, written] of [
      ['jane', 'doe', 'Jane Doe'],
      ['JANE', 'DOE', 'Jane Doe'],
      ['maría', 'garcía lópez', 'María García López'],
      ['Femke', 'van der Meulen', 'Femke van der Meulen'],
    ]) {
      const text = `First name: ${first}\nLast name: ${last}\nEmail: jane@fabrikam.example\nMessage: hi`;
      const { draft } = drafted('Website <noreply@contoso.example>', text);
      assert.equal(`${draft.firstName} ${draft.lastName}`, written);
    }
  });
});

describe('a name in a signature', () => {
  const titleOf = (sender: string, signature: string) =>
    drafted(sender, `Hi Alex,\n\nplease quote 20 mixers.\n\nBest regards,\n${signature}`).draft.jobTitle;

  it('is no job title, be it the author’s first or another person’s', () => {
    assert.equal(titleOf('Jane Doe <jane@fabrikam.example>', 'Jane\n\nJane Doe\nFabrikam Inc'), undefined);
    assert.equal(titleOf('Peter Schmidt <p.schmidt@adatum.example>', 'Anna Berg\nAdatum GmbH'), undefined);
    assert.equal(
      titleOf('Peter Schmidt <p.schmidt@adatum.example>', 'Anna Berg\nOn behalf of Peter Schmidt\nAdatum GmbH'),
      undefined,
    );
  });

  it('leaves the title beside it, with how it is read in brackets', () => {
    const signature = '--\n株式会社ファブリカム\n購買課 主任　山田 花子（やまだ はなこ）\nTEL：06-1234-5678';
    assert.equal(titleOf('山田 花子 <yamada@fabrikam.example>', signature), '購買課 主任');
  });
});

describe('what programs add', () => {
  it('is no company and no address: a service in the header, a robot’s mailbox', () => {
    const shared = drafted('Jane Doe (via Google Drive) <drive-shares-dm-noreply@google.com>', 'Jane shared a file.');
    assert.equal(shared.isLead, false);
    assert.deepEqual([shared.draft.email, shared.draft.companyName], [undefined, undefined]);
    assert.equal(drafted('Jane Doe via LinkedIn <inmail-hit-reply@linkedin.com>', TEXT).draft.companyName, undefined);
  });

  it('is no site of the author’s', () => {
    const text = 'Hi,\n\nplease quote 20 mixers.\n\nJane\n\n\nVirus-free.www.avast.com';
    assert.equal(drafted('Jane Doe <jane@gmail.com>', text).draft.website, undefined);
  });
});
