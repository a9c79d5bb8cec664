// Words selected in the text go into the field for a quote. Nothing is lost without it: they can be typed or pasted.
const words = document.querySelector('.words');
const quote = document.querySelector('#quote');

if (words && quote) {
  document.addEventListener('selectionchange', () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    // Labels of marked passages stand in the text and are not part of it.
    const part = chosen.getRangeAt(0).cloneContents();
    part.querySelectorAll('.pin').forEach(pin => pin.remove());
    quote.value = part.textContent.trim();
  });
}
