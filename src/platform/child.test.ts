import { beforeEach, expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';
import { readChildren, useChildren } from './child.ts';
import { childId } from './child-id.ts';

beforeEach(() => useChildren.setState(useChildren.getInitialState(), true));

test('the first word about a child makes it; an answer can be taken back', () => {
  const { say } = useChildren.getState();
  say({ birth: { year: '2026', month: '8', day: '10' } });
  say({ hukou: { city: 'a', is: true } });
  expect(useChildren.getState().children).toEqual([
    { name: '', birth: { year: '2026', month: '8', day: '10' }, hukou: { city: 'a', is: true } },
  ]);
  say({ hukou: undefined });
  expect(useChildren.getState().children[0]).not.toHaveProperty('hukou');
});

test('what was kept comes back; what is not sound does not', () => {
  const child = {
    name: '豆豆',
    birth: { year: '2026', month: '8', day: '10' },
    city: 'a',
    tier: { city: 'a', is: 2 },
    enrolment: { city: 'a', is: 'withGuardian' },
  };
  expect(readChildren({ children: [child], at: 0 })).toEqual({ children: [child], at: 0 });
  const { tier: _, ...rest } = child;
  expect(readChildren({ children: [{ ...child, tier: { city: 'a', is: 3 } }, 'x', { name: 1 }], at: 7 })).toEqual({
    children: [rest],
    at: 0,
  });
  for (const broken of [undefined, null, 3, 'x', [], { children: 'x' }]) expect(readChildren(broken)).toBeUndefined();
  expect(readChildren({ children: Array(50).fill(child), at: 2 })?.children).toHaveLength(6);
});

test('the file for the calendar: whole days, alarms a week and a day before, the same id each time; the library checks them', () => {
  const days = [
    {
      id: 'a-newborn',
      title: '最后一天',
      text: '登记、缴费\nhttps://example.org/',
      from: '2027-02-10',
      until: '2027-02-11',
    },
    { id: 'a-leap', title: '闰日', text: '', from: '2028-02-29', until: '2028-03-01' },
  ];
  const file = calendarFile('日历', days);
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toContain('UID:a-newborn@wa-yibao');
  expect(file).toContain('DTSTART;VALUE=DATE:20270210');
  expect(file).toContain('DTEND;VALUE=DATE:20270211');
  expect(file).toContain('DTSTART;VALUE=DATE:20280229');
  expect(file.match(/BEGIN:VALARM/g)).toHaveLength(4);
  expect(file).toContain('TRIGGER:-PT15H');
  expect(file).toContain('TRIGGER:-P6DT15H');
});

test('the name the ledger knows a child by is made once and comes back; older data has none and stays readable', () => {
  const { say } = useChildren.getState();
  say({ name: '豆豆' });
  expect(useChildren.getState().children[0]).not.toHaveProperty('id');
  const id = childId(0);
  expect(childId(0)).toBe(id);
  say({ name: '豆' });
  const { children, at } = useChildren.getState();
  expect(children).toEqual([{ id, name: '豆', birth: { year: '', month: '', day: '' } }]);
  expect(readChildren({ children, at })).toEqual({ children, at });
  expect(readChildren({ children: [{ ...children[0], id: '<b>' }], at })?.children[0]).not.toHaveProperty('id');
  expect(childId(1)).not.toBe(id);
  expect(useChildren.getState().children).toHaveLength(2);
});
