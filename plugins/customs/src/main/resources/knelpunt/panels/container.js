// ISO 6346: owner (three letters), equipment category (one letter), serial number (six digits), check digit.

const CATEGORIES = {
  U: ['vrachtcontainer', 'freight container'],
  J: ['losse uitrusting bij een container', 'detachable equipment of a container'],
  Z: ['trailer of chassis', 'trailer or chassis'],
};

/** A is 10 and B is 12: multiples of 11 are passed over. */
function value(sign) {
  if (sign >= '0' && sign <= '9') {
    return Number(sign);
  }
  const letter = sign.charCodeAt(0) - 'A'.charCodeAt(0);
  return letter + 10 + Math.floor((letter + 9) / 10);
}

function checkDigit(signs) {
  const sum = [...signs].reduce((total, sign, place) => total + value(sign) * 2 ** place, 0);
  return (sum % 11) % 10;
}

export default function ({ content }, language) {
  const say = (nl, en) => (language === 'nl' ? nl : en);
  const number = content.toUpperCase().replace(/[\s-]/g, '');
  const parts = /^([A-Z]{3})([A-Z])(\d{6})(\d)$/.exec(number);
  if (!parts) {
    return [
      {
        notice: 'warn',
        text: say(
          'Dit is geen containernummer volgens ISO 6346: dat heeft vier letters en zeven cijfers.',
          'This is no container number by ISO 6346: that has four letters and seven digits.',
        ),
      },
    ];
  }
  const [, owner, category, serial, given] = parts;
  const expected = checkDigit(owner + category + serial);
  const named = CATEGORIES[category];
  return [
    expected === Number(given)
      ? { notice: 'ok', text: say('Het controlecijfer klopt.', 'The check digit is right.') }
      : {
          notice: 'warn',
          text: say(
            `Het controlecijfer klopt niet: er staat ${given}, en bij deze letters en cijfers hoort ${expected}. Lees het nummer nog eens af.`,
            `The check digit is wrong: it is ${given}, and these letters and digits go with ${expected}. Read the number again.`,
          ),
        },
    {
      pairs: [
        [say('Eigenaar (code)', 'Owner (code)'), owner],
        [say('Soort', 'Kind'), `${category}: ${named ? say(...named) : say('geen soort van ISO 6346', 'no category of ISO 6346')}`],
        [say('Serienummer', 'Serial number'), serial],
        [say('Controlecijfer', 'Check digit'), given],
      ],
    },
  ];
}
