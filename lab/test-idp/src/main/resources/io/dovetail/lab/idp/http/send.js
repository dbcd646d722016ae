// Sends the one form of the page; whoever runs no scripts presses its button.
document.forms[0].submit();
