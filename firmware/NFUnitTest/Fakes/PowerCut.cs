using System;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>Ends a wake where the power was cut.</summary>
    public sealed class PowerCut : Exception
    {
    }
}
