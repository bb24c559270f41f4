// The report of what the map shows, as a file: of the area, or of the scenario before and after.

import { baseAddress } from '../api.js';
import { el } from '../dom.js';
import { language, t } from '../words.js';

export function reportLinks() {
  const link = (ending, name) =>
    el(
      'a',
      { class: 'button', id: `report-${ending}`, target: '_blank', href: `${baseAddress()}/report.${ending}?lang=${language()}` },
      name,
    );
  return el('div', { class: 'line reports' }, link('pdf', `${t('report')} PDF`), link('docx', 'Word'));
}
