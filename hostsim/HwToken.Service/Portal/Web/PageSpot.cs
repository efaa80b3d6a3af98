namespace HwToken.Service.Portal.Web;

/// <summary>Where in the portal's pages other rooms may add links and parts.</summary>
public enum PageSpot
{
    /// <summary>Links before the menu's own.</summary>
    MenuStart,

    /// <summary>Links in the menu, before the service desk.</summary>
    Menu,

    /// <summary>Links in the menu of the service desk.</summary>
    DeskMenu,

    /// <summary>Links below every page.</summary>
    Footer,

    /// <summary>Parts beside every page.</summary>
    Beside,

    /// <summary>Parts of the help page, below the look-up of a code.</summary>
    Help,

    /// <summary>Parts of the service desk, below the notice that a token was replaced.</summary>
    Replaced,

    /// <summary>Parts of the operators' sign-in, where a refused operator reads how a lock is lifted.</summary>
    ShutOut,
}
