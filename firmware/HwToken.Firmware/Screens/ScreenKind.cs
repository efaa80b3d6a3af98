namespace HwToken.Firmware.Screens
{
    /// <summary>The screens of the token.</summary>
    public enum ScreenKind
    {
        /// <summary>Panel off, its RAM cleared.</summary>
        Dark,

        /// <summary>A security code.</summary>
        Code,

        /// <summary>Seconds until the next code.</summary>
        Wait,

        /// <summary>Credential ID, UTC, firmware version.</summary>
        Information,

        /// <summary>Blank token: the provisioning line is open.</summary>
        NoKey,

        /// <summary>Locked token: the provisioning line is open.</summary>
        Service,

        /// <summary>Result of the self-test.</summary>
        SelfTest,

        /// <summary>A <see cref="TokenError"/>.</summary>
        Error,

        /// <summary>Blank token: a provisioning file was refused, the provisioning line is open.</summary>
        FileRefused,
    }
}
