import { describe, expect, it } from 'vitest';
import { Echo } from '../../src/extension/echo.ts';

const at = (line: number, character = 0, uri = 'file:///a.journey') => ({ uri, line, character });

describe('Echo', () => {
  it('takes a cursor that nobody expected for the writer’s', () => {
    expect(new Echo().isOurs(at(3))).toBe(false);
  });

  it('knows the cursor that it announced, once', () => {
    const echo = new Echo();
    echo.reveal(at(3));
    echo.arrived();
    expect(echo.isOurs(at(3))).toBe(true);
    expect(echo.isOurs(at(3))).toBe(false);
  });

  it('takes every move in the document for its own until the text is shown', () => {
    const echo = new Echo();
    echo.reveal(at(3));
    expect(echo.isOurs(at(0))).toBe(true);
    expect(echo.isOurs(at(3))).toBe(true);
    echo.arrived();
    expect(echo.isOurs(at(3))).toBe(true);
    expect(echo.isOurs(at(0))).toBe(false);
  });

  it('expects nothing more once the writer moved elsewhere', () => {
    const echo = new Echo();
    echo.reveal(at(3));
    echo.arrived();
    expect(echo.isOurs(at(5))).toBe(false);
    expect(echo.isOurs(at(3))).toBe(false);
  });

  it('leaves other documents alone', () => {
    const echo = new Echo();
    echo.reveal(at(3));
    expect(echo.isOurs(at(3, 0, 'file:///b.journey'))).toBe(false);
    echo.arrived();
    expect(echo.isOurs(at(3))).toBe(true);
  });
});
