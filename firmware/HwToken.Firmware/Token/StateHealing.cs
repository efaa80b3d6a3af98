using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Token
{
    /// <summary>Makes the state whole again after a write that was cut short.</summary>
    public static class StateHealing
    {
        /// <summary>Goes on from what is left, so that both state files are whole. Nothing happens when they are, or when the state is lost.</summary>
        /// <param name="records">Loaded records of a token with a credential.</param>
        /// <param name="now">The moment.</param>
        /// <returns>False when flash did not take it. A TOTP token without a trusted clock heals nothing yet: the press that follows a
        /// set clock will.</returns>
        public static bool TryHeal(TokenRecords records, TokenNow now)
        {
            if (!records.IsStateDamaged || records.State == null)
            {
                return true;
            }

            OtpState recovered = TokenMachine.Recover(records.Credential, records.State, now);
            return recovered == null || records.TryReplaceState(recovered);
        }
    }
}
