/** Puts a text on the clipboard and says `copied` on the button for a moment. Where the clipboard is closed, nothing is said. */
export async function copyText(text: string, button: HTMLElement, copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  const label = button.textContent;
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}
