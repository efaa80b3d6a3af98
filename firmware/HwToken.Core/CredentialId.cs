namespace HwToken.Core
{
    /// <summary>
    /// The credential ID on the back of the token: an OATH Token Identifier of 12 letters and digits (<c>DP…</c>,
    /// <c>AVT…</c>, <c>VSMT…</c>). Upper case; people may type it in lower case, in groups, or through a Japanese IME.
    /// </summary>
    public static class CredentialId
    {
        /// <summary>Letters and digits in an ID.</summary>
        public const int Length = 12;

        private const int GroupLength = 4;

        /// <summary>Tells whether <paramref name="id"/> is a normalised credential ID.</summary>
        public static bool IsValid(string id)
        {
            if (id == null || id.Length != Length || !IsLetter(id[0]))
            {
                return false;
            }

            for (int i = 1; i < Length; i++)
            {
                if (!IsLetter(id[i]) && !IsDigit(id[i]))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>
        /// Normalises what a person typed: spaces and hyphens (also full-width) are dropped, full-width letters and digits
        /// become half-width, letters upper case.
        /// </summary>
        /// <param name="text">Typed text; may be null.</param>
        /// <param name="id">12 upper-case letters and digits that begin with a letter, or null.</param>
        /// <returns>False when no credential ID stands there.</returns>
        public static bool TryParse(string text, out string id)
        {
            id = null;
            if (text == null)
            {
                return false;
            }

            char[] kept = new char[Length];
            int count = 0;
            foreach (char typed in text.ToCharArray())
            {
                char c = ToHalfWidth(typed);
                if (c == ' ' || c == '-')
                {
                    continue;
                }

                if (c >= 'a' && c <= 'z')
                {
                    c = (char)(c - 'a' + 'A');
                }

                if (count == Length || (!IsLetter(c) && (count == 0 || !IsDigit(c))))
                {
                    return false;
                }

                kept[count++] = c;
            }

            if (count != Length)
            {
                return false;
            }

            id = new string(kept);
            return true;
        }

        /// <summary>Groups a credential ID for reading: <c>DPHT 0000 0001</c>.</summary>
        /// <param name="id">A normalised credential ID.</param>
        public static string Group(string id)
        {
            return id.Substring(0, GroupLength) + " " + id.Substring(GroupLength, GroupLength) + " " + id.Substring(2 * GroupLength);
        }

        private static bool IsLetter(char c)
        {
            return c >= 'A' && c <= 'Z';
        }

        private static bool IsDigit(char c)
        {
            return c >= '0' && c <= '9';
        }

        private static char ToHalfWidth(char c)
        {
            if (c == '\u3000')
            {
                return ' ';
            }

            // Full-width forms stand at a fixed distance from ASCII (Unicode block FF00).
            return c >= '\uFF01' && c <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        }
    }
}
