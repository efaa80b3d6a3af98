namespace HwToken.Demo.Bank.Customers;

/// <summary>How a token is registered.</summary>
internal enum EnrolmentForm
{
    /// <summary>Bank style: token ID and one code.</summary>
    OneCode,

    /// <summary>Reservation-service style: token ID and two codes in a row.</summary>
    TwoCodes,
}
