// Enhances only: every page reads and works without this file.
(() => {
  const words = document.documentElement.dataset;
  const live = document.getElementById('live');
  // Emptied first, so that the same words are announced again.
  const say = (text) => {
    live.textContent = '';
    setTimeout(() => { live.textContent = text; }, 60);
  };

  // Copy buttons: on code blocks, and on every element that carries data-copy.
  const button = (source, label, place) => {
    const b = document.createElement('button');
    b.type = 'button';
    b.className = 'cp';
    b.textContent = label;
    b.addEventListener('click', async () => {
      let done = words.copied;
      try {
        await navigator.clipboard.writeText(source.textContent);
      } catch {
        done = words.failed;
      }
      b.textContent = done;
      say(done);
      setTimeout(() => { b.textContent = label; }, 2000);
    });
    place(b);
    return b;
  };
  if (navigator.clipboard) {
    document.querySelectorAll('main [data-copy]').forEach((e) => button(e, e.dataset.copy, (b) => e.after(b)));
    document.querySelectorAll('pre.code').forEach((pre) => {
      const title = pre.previousElementSibling;
      const b = button(pre, words.copy, (x) => pre.before(x));
      if (title && title.id) {
        b.id = `${title.id}-copy`;
        b.setAttribute('aria-describedby', title.id);
      }
    });
  }

  // Escape hides a term's definition until the term is left.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    document.querySelectorAll('.tm:is(:hover, :focus-visible)').forEach((term) => {
      term.classList.add('tq');
      ['pointerleave', 'blur'].forEach((left) => term.addEventListener(left, () => term.classList.remove('tq'), { once: true }));
    });
  });

  // The filter of a wide matrix. It hides columns; a column is found by its title and that of its group.
  const wide = document.getElementById('mxf');
  if (wide) {
    const [top, heads, ...rest] = document.querySelector('.mx.many table').rows;
    const columns = [];
    [...top.cells].slice(1).forEach((group) => {
      for (let n = group.colSpan; n; n -= 1) {
        const cell = heads.cells[columns.length];
        columns.push({ group, cell, text: `${group.textContent} ${cell.textContent}`.toLowerCase() });
      }
    });
    const field = wide.querySelector('input');
    const told = wide.querySelector('span');
    let later;
    field.addEventListener('input', () => {
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      const shown = new Map();
      columns.forEach(({ group, cell, text }, at) => {
        const is = wanted.every((w) => text.includes(w));
        cell.hidden = !is;
        rest.forEach((row) => { row.cells[at + 1].hidden = !is; });
        shown.set(group, (shown.get(group) || 0) + is);
        count += is;
      });
      shown.forEach((n, group) => {
        group.hidden = !n;
        if (n) group.colSpan = n;
      });
      const text = count ? wide.dataset.some.replace('{count}', count).replace('{total}', columns.length) : wide.dataset.none;
      told.textContent = wanted.length ? text : '';
      clearTimeout(later);
      if (wanted.length) later = setTimeout(say, 700, text);
    });
    wide.hidden = false;
  }

  // The filter of long lists. A row is found by its own words and those of the headings above it.
  const box = document.getElementById('filter');
  if (!box) return;
  const rows = [...document.querySelectorAll('.rows .r')].map((row) => {
    const parts = [row, row.parentNode.querySelector('.pr'), row.closest('.grp').querySelector('h2')].filter(Boolean);
    return { row, text: parts.map((p) => p.textContent).join(' ').toLowerCase() };
  });
  const input = box.querySelector('input');
  const note = document.getElementById('fn');
  let wait;
  const filter = () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((w) => text.includes(w));
      if (!row.hidden) count += 1;
    }
    document.querySelectorAll('.rows tbody, .grp').forEach((e) => { e.hidden = !e.querySelector('.r:not([hidden])'); });
    const text = count ? box.dataset.some.replace('{count}', count).replace('{total}', rows.length) : box.dataset.none;
    note.textContent = wanted.length ? text : '';
    clearTimeout(wait);
    if (wanted.length) wait = setTimeout(say, 700, text);
  };
  input.addEventListener('input', filter);
  box.hidden = false;
  filter();
})();
