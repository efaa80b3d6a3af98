namespace HwToken.HostSim.Bank.Pages;

/// <summary>The demonstration service's front page.</summary>
internal sealed class HomeModel : BankPage
{}
