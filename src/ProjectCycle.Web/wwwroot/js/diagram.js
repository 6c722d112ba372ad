// Turns the Mermaid text of the page into a picture, in the colours of the theme; without this file the text stands there.
(() => {
  const picture = document.getElementById('picture');
  const source = document.getElementById('source');
  // Returns stand in words on the template's page; as notes they make the picture five times as wide.
  const text = source.textContent.replace(/^ *note right of[^]*?end note\n/gm, '');

  const draw = async () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      look: 'classic',
      theme: 'base',
      themeVariables: {
        darkMode: document.documentElement.dataset.bsTheme === 'dark',
        fontFamily: style.fontFamily,
        background: colour('--surface'),
        primaryColor: colour('--accent-soft'),
        primaryTextColor: colour('--ink'),
        primaryBorderColor: colour('--accent'),
        lineColor: colour('--ink-2'),
        textColor: colour('--ink'),
        mainBkg: colour('--accent-soft'),
        altBackground: colour('--ground'),
        compositeBackground: colour('--ground'),
        compositeTitleBackground: colour('--sunken'),
        noteBkgColor: colour('--warn-soft'),
        noteTextColor: colour('--ink'),
        noteBorderColor: colour('--warn'),
        labelBackgroundColor: colour('--surface'),
        edgeLabelBackground: colour('--surface'),
        transitionColor: colour('--ink-2'),
        transitionLabelColor: colour('--ink'),
        stateLabelColor: colour('--ink'),
        specialStateColor: colour('--ink'),
      },
    });
    const { svg } = await mermaid.render('drawing', text);
    source.hidden = true;
    picture.querySelector('figure')?.remove();
    const figure = document.createElement('figure');
    figure.innerHTML = svg;
    const drawing = figure.querySelector('svg');
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', picture.getAttribute('aria-label'));
    picture.append(figure);
  };

  draw();
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
})();
