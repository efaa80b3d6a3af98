// Hands a file to the person: nothing leaves the page.
export function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// A name for files about a token: letters, digits and dashes.
export function fileName(token, what) {
  return `${token.credentialId ?? "token-" + token.id}-${what}`;
}
