'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { panels, seconds, first, plots } = data;
  const count = seconds.length;
  const $ = selector => document.querySelector(selector);
  const all = selector => [...document.querySelectorAll(selector)];
  const film = $('#film'), stage = $('.stage'), a = $('.stage .a'), b = $('.stage .b');
  const edge = $('.stage .edge'), wipe = $('#wipe'), scrub = $('#scrub');
  const names = panels.labels;
  const amplified = 4;

  let frame = 0;              // what is shown
  let wanted = null;          // where a seek is to lead
  let show = 'wipe';          // 'wipe', 'difference', or which picture alone
  let sides = [1, 2];         // left and right of the wipe
  let loupe = false;
  let centre = [panels.width / 2, panels.height / 2];

  stage.style.aspectRatio = String(panels.aspect);
  for (const canvas of [a, b]) {
    canvas.width = panels.width;
    canvas.height = panels.height;
  }

  const clock = s => Math.floor(s / 60) + ':' + (s % 60).toFixed(2).padStart(5, '0');
  const clamp = (v, low, high) => Math.max(low, Math.min(high, v));
  const span = i => i + 1 < count ? seconds[i + 1] - seconds[i] : count > 1 ? seconds[count - 1] - seconds[count - 2] : 0.04;

  const indexAt = time => {
    const t = time - panels.start + 0.002;
    let low = 0, high = count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (seconds[middle] <= t) low = middle; else high = middle - 1;
    }
    return low;
  };

  // ---- pictures ----
  const paint = (canvas, k) => {
    canvas.getContext('2d').drawImage(film, panels.left[k], panels.top, panels.width, panels.height, 0, 0, panels.width, panels.height);
  };

  const draw = () => {
    if (film.readyState < 2) return;
    const two = show === 'wipe' || show === 'difference';
    paint(a, show === 'wipe' ? sides[0] : show === 'difference' ? 1 : show);
    if (two) paint(b, show === 'wipe' ? sides[1] : 2);
    if (loupe) magnify();
  };

  const magnify = () => {
    all('.loupes canvas').forEach((canvas, k) => {
      const size = 72;
      const w = Math.min(size, panels.width), h = Math.min(size, panels.height);
      const x = clamp(Math.round(centre[0] - w / 2), 0, panels.width - w), y = clamp(Math.round(centre[1] - h / 2), 0, panels.height - h);
      canvas.width = w * 4;
      canvas.height = h * 4;
      const context = canvas.getContext('2d');
      context.imageSmoothingEnabled = false;
      context.drawImage(film, panels.left[k] + x, panels.top + y, w, h, 0, 0, canvas.width, canvas.height);
    });
  };

  const arrange = () => {
    const at = Number(wipe.value);
    stage.dataset.show = typeof show === 'number' ? 'one' : show;
    b.style.clipPath = show === 'wipe' ? `inset(0 0 0 ${at}%)` : 'none';
    edge.style.left = at + '%';
    const tags = all('.stage .tag');
    tags[0].textContent = show === 'wipe' ? names[sides[0]] : show === 'difference' ? `${names[1]} − ${names[2]}, × ${amplified}` : names[show];
    tags[1].textContent = show === 'wipe' ? names[sides[1]] : '';
    all('[data-show]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.show === String(show))));
    draw();
  };

  // ---- time ----
  const tell = () => {
    scrub.value = frame;
    const text = `frame ${first + frame} · ${clock(seconds[frame])}`;
    $('#clock').textContent = text;
    scrub.setAttribute('aria-valuetext', text);
    all('.plot').forEach(plot => {
      const area = plot.querySelector('.area');
      area.querySelector('.now').style.left = 100 * (frame + 0.5) / count + '%';
      area.setAttribute('aria-valuenow', String(frame));
      const values = describe(plot, frame);
      area.setAttribute('aria-valuetext', values);
      plot.querySelector('.values').textContent = values;
    });
  };

  const shown = i => {
    if (i !== frame) {
      frame = i;
      tell();
    }
    draw();
  };

  const seek = i => {
    film.pause();
    frame = clamp(i, 0, count - 1);
    tell();
    wanted = panels.start + seconds[frame] + span(frame) / 2;
    if (!film.seeking) {
      film.currentTime = wanted;
      wanted = null;
    }
  };

  film.addEventListener('seeked', () => {
    if (wanted !== null) {
      film.currentTime = wanted;
      wanted = null;
    } else {
      draw();
    }
  });
  film.addEventListener('loadeddata', () => { arrange(); tell(); });
  for (const event of ['play', 'pause', 'ended']) {
    film.addEventListener(event, () => { $('#playing').textContent = film.paused ? '▶︎' : '❚❚'; });
  }
  film.addEventListener('error', () => { $('.failed').hidden = false; stage.dataset.show = 'failed'; });
  if ('requestVideoFrameCallback' in film) {
    const each = (now, meta) => {
      if (film.paused) draw(); else shown(indexAt(meta.mediaTime));
      film.requestVideoFrameCallback(each);
    };
    film.requestVideoFrameCallback(each);
  } else {
    const each = () => {
      if (!film.paused) shown(indexAt(film.currentTime));
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
  }

  // ---- what buttons and keys do ----
  const press = (name, on) => $(`[data-do="${name}"]`).setAttribute('aria-pressed', String(on));
  const actions = {
    play: () => { if (film.paused) { if (film.ended) film.currentTime = panels.start; film.play(); } else { film.pause(); seek(frame); } },
    back: () => seek(frame - 1),
    forth: () => seek(frame + 1),
    swap: () => {
      if (show === 1 || show === 2) show = 3 - show; else if (show === 0) show = 1; else if (show === 'wipe') sides = [sides[1], sides[0]];
      arrange();
    },
    loupe: () => { loupe = !loupe; press('loupe', loupe); $('.loupes').hidden = !loupe; draw(); },
    sound: () => { film.muted = !film.muted; press('sound', !film.muted); },
    slow: () => { film.playbackRate = film.playbackRate === 1 ? 0.25 : 1; press('slow', film.playbackRate !== 1); },
  };
  const display = what => { show = what; arrange(); };
  all('[data-do]').forEach(button => button.addEventListener('click', () => actions[button.dataset.do]()));
  all('[data-show]').forEach(button => button.addEventListener('click', () => {
    const what = button.dataset.show;
    display(what.length === 1 ? Number(what) : what);
  }));
  all('.goto').forEach(button => button.addEventListener('click', () => {
    seek(Number(button.dataset.frame) - first);
    $('#player').scrollIntoView();
  }));
  wipe.addEventListener('input', () => { if (show !== 'wipe') show = 'wipe'; arrange(); });
  scrub.addEventListener('input', () => seek(Number(scrub.value)));

  const keys = {
    ',': actions.back, '.': actions.forth, s: actions.swap, l: actions.loupe, m: actions.sound, q: actions.slow,
    1: () => display(0), 2: () => display(1), 3: () => display(2), w: () => display('wipe'), d: () => display('difference'),
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const native = event.target.closest('button, a, summary');
    if (event.key === ' ' && !native) {
      event.preventDefault();
      actions.play();
    } else if (keys[event.key.toLowerCase()]) {
      event.preventDefault();
      keys[event.key.toLowerCase()]();
    }
  });

  // ---- the picture under the pointer ----
  const place = event => {
    const box = stage.getBoundingClientRect();
    return [clamp((event.clientX - box.left) / box.width, 0, 1), clamp((event.clientY - box.top) / box.height, 0, 1)];
  };
  const drag = event => {
    const [x, y] = place(event);
    centre = [x * panels.width, y * panels.height];
    if (event.buttons === 1 && show === 'wipe') {
      wipe.value = 100 * x;
      arrange();
    } else if (loupe) {
      draw();
    }
  };
  stage.addEventListener('pointerdown', event => { stage.setPointerCapture(event.pointerId); drag(event); });
  stage.addEventListener('pointermove', drag);
  stage.addEventListener('keydown', event => {
    const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
    if (step) {
      event.preventDefault();
      if (!loupe) actions.loupe();
      centre = [clamp(centre[0] + step[0], 0, panels.width), clamp(centre[1] + step[1], 0, panels.height)];
      draw();
    }
  });

  // ---- plots ----
  const describe = (plot, i) => {
    const series = plots.find(p => p.id === plot.dataset.plot).series;
    return `frame ${first + i}: ` + series.map(s => `${s.name} ${s.values[i] === null ? '–' : Number(s.values[i].toPrecision(3))}`).join(', ');
  };
  all('.plot').forEach(plot => {
    const area = plot.querySelector('.area'), over = plot.querySelector('.over'), values = plot.querySelector('.values');
    const at = event => {
      const box = area.getBoundingClientRect();
      return clamp(Math.floor(count * (event.clientX - box.left) / box.width), 0, count - 1);
    };
    area.addEventListener('pointermove', event => {
      const i = at(event);
      over.style.left = 100 * (i + 0.5) / count + '%';
      over.style.opacity = 1;
      values.textContent = describe(plot, i);
    });
    area.addEventListener('pointerleave', () => { over.style.opacity = 0; values.textContent = describe(plot, frame); });
    area.addEventListener('click', event => seek(at(event)));
    area.addEventListener('keydown', event => {
      const to = { ArrowLeft: frame - 1, ArrowRight: frame + 1, PageUp: frame - 10, PageDown: frame + 10, Home: 0, End: count - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        seek(to);
      }
    });
  });

  arrange();
  tell();
})();
