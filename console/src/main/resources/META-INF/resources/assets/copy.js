// Shows the copy buttons, which without scripts would do nothing, and makes them work.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      document.getElementById("copied").textContent = "Copied: " + source.textContent;
    } catch (refused) {
      getSelection().selectAllChildren(source);
      document.getElementById("copied").textContent = "Marked: copy it with the keyboard or the menu.";
    }
  });
}
