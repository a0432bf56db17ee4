import type { Plugin } from 'vite';

/** What money never needs: roots, powers, logarithms, angles, other bases. By every name they have. */
const unused = [
  'cosine|cos|cubeRoot|cbrt|hyperbolicCosine|cosh|hyperbolicSine|sinh|hyperbolicTangent|tanh|inverseCosine|acos',
  'inverseHyperbolicCosine|acosh|inverseHyperbolicSine|asinh|inverseHyperbolicTangent|atanh|inverseSine|asin',
  'inverseTangent|atan|logarithm|log|naturalExponential|exp|naturalLogarithm|ln|sine|sin|squareRoot|sqrt|tangent|tan',
  'toBinary|toFraction|toHexadecimal|toHex|toNearest|toOctal|toPower|pow',
].join('|');
const method = new RegExp(`^P\\.(?:${unused})(?: = P\\.\\w+)? = function \\([^)]*\\) \\{\\n[\\s\\S]*?^\\};\\n`, 'gm');
/** Two thousand digits that only these need. */
const constants = /^(?:LN10|PI) = new Decimal\((?:LN10|PI)\);\n/gm;
const onClass = new RegExp(`^ +Decimal\\.(?:${unused}|log10|log2|atan2|hypot|random) = \\w+;.*\\n`, 'gm');

/**
 * `decimal.js` hangs all its methods on one prototype, where a bundler cannot tell which are called. `engine/money.ts`, the
 * only file that may import it, adds, multiplies, divides and rounds; the rest, 7 of 13 KB, is left out of the bundle.
 * What is left is as it was.
 */
export function leanDecimal(): Plugin {
  return {
    name: 'lean-decimal',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/decimal\.js\/decimal\.mjs$/ },
      handler(original) {
        const code = original.replaceAll('\r\n', '\n');
        const methods = code.match(method)?.length ?? 0;
        const others = code.match(onClass)?.length ?? 0;
        if (methods < 20 || others < 20)
          this.error(`decimal.js looks different: found ${methods} methods, ${others} more`);
        return { code: code.replace(method, '').replace(onClass, '').replace(constants, ''), map: null };
      },
    },
  };
}
