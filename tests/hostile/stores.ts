/** What the app keeps when it is used, as it writes it: by key, with the envelope. */
export const SOUND_STORES: Readonly<Record<string, unknown>> = {
  children: {
    state: {
      children: [
        {
          id: 'abcdefghij',
          name: '豆豆',
          birth: { year: '2026', month: '8', day: '17' },
          city: 'chongqing',
          hukou: { city: 'chongqing', is: true },
          school: { city: 'chongqing', is: false },
          tier: { city: 'chongqing', is: 2 },
          enrolment: { city: 'chongqing', is: 'independent' },
        },
        { name: '', birth: { year: '2019', month: '05', day: '1' }, city: 'shenzhen' },
      ],
      at: 1,
    },
    version: 1,
  },
  estimate: {
    state: {
      city: 'shenzhen',
      answers: { care: 'inpatient', level: 'tertiary', place: 'local', stay: 'first' },
      names: { care: '就医方式', level: '医院级别' },
      amounts: { eligible: '8000', excluded: '12.5' },
      year: 2026,
      fromChild: { tier: 'two' },
      foreign: true,
      aside: { city: 'chongqing', answers: { care: 'inpatient' }, names: {}, amounts: { eligible: '300' }, year: 0 },
    },
    version: 1,
  },
  journey: {
    state: {
      given: {
        'shenzhen/enrol': { age: 'under7', hukou: 'local', newborn: 'yes', school: 'no' },
        'chongqing/pay': { registered: 'yes', tier: 'one', years: 'both' },
      },
      fromChild: { 'shenzhen/enrol': { age: 'under7' } },
    },
    version: 1,
  },
  ticks: { state: { ticked: ['/shenzhen/enrol/web/#户口簿', '/chongqing/enrol/online/#done'] }, version: 1 },
  city: { state: 'shenzhen', version: 1 },
};
