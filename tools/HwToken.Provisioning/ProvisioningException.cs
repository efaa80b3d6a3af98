using HwToken.Core.Line;

namespace HwToken.Provisioning;

/// <summary>A token could not be talked to. The message says what to do next and holds no secret.</summary>
public sealed class ProvisioningException : Exception
{
    /// <summary>Describes the failure.</summary>
    /// <param name="fault">Its cause.</param>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="error">The token's own error number, if it gave one.</param>
    public ProvisioningException(ProvisioningFault fault, string message, LineError? error = null)
        : base(message)
    {
        Fault = fault;
        Error = error;
    }

    /// <summary>Cause.</summary>
    public ProvisioningFault Fault { get; }

    /// <summary>The token's own error number, if it gave one.</summary>
    public LineError? Error { get; }
}
