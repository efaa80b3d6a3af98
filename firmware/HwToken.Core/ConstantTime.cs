namespace HwToken.Core
{
    /// <summary>Comparison whose time does not tell where two values differ.</summary>
    public static class ConstantTime
    {
        /// <summary>True when both arrays hold the same bytes. Only the lengths may show in the time taken.</summary>
        public static bool AreEqual(byte[] left, byte[] right)
        {
            if (left == null || right == null || left.Length != right.Length)
            {
                return false;
            }

            int difference = 0;
            for (int i = 0; i < left.Length; i++)
            {
                difference |= left[i] ^ right[i];
            }

            return difference == 0;
        }
    }
}
