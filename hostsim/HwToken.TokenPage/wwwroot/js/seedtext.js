// What a person may type, paste or drop to fill a token: an otpauth URI, a bare Base32 secret, a seed file, a picture of a QR code.
const digits = 6;
const period = 30;
const base32 = /^[A-Z2-7]{16,}=*$/;

// { otpauth } for one credential, { seeds } for a file of any format the program reads, or null for nothing.
export function readSeedText(text, bareType) {
  const trimmed = text.trim();
  const bare = trimmed.replace(/[\s-]/g, "").toUpperCase();
  if (!trimmed) {
    return null;
  }
  if (/^otpauth:\/\/\S+$/i.test(trimmed)) {
    return { otpauth: trimmed };
  }
  if (isBareSecret(text)) {
    const of = bareType === "HOTP" ? "hotp/test?counter=0&" : `totp/test?period=${period}&`;
    return { otpauth: `otpauth://${of}digits=${digits}&secret=${bare.replace(/=+$/, "")}` };
  }
  return trimmed.includes("\n") || trimmed.startsWith("<") || trimmed.startsWith("{") ? { seeds: text } : { otpauth: trimmed };
}

export const isBareSecret = (text) => base32.test(text.replace(/[\s-]/g, "").toUpperCase()) && !text.trim().startsWith("<");
