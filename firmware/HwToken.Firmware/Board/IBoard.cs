namespace HwToken.Firmware.Board
{
    /// <summary>Everything the token needs of the world: six members, no more. Below them stands hardware or its double.</summary>
    public interface IBoard
    {
        /// <summary>True time, system time, waiting.</summary>
        IClock Clock { get; }

        /// <summary>The one button.</summary>
        IButton Button { get; }

        /// <summary>The OLED.</summary>
        IDisplay Display { get; }

        /// <summary>Records in flash.</summary>
        IStore Store { get; }

        /// <summary>The provisioning line.</summary>
        ILine Line { get; }

        /// <summary>Why the chip is awake, and how it sleeps again.</summary>
        IPower Power { get; }
    }
}
