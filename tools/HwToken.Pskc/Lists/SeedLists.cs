namespace HwToken.Pskc.Lists;

/// <summary>The lists that can be written.</summary>
public static class SeedLists
{
    private const string FromSource = "written after the importer's source code";
    private const string FromPages = "written after the vendor's pages, not tried at the vendor";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SeedList> All =
    [
        new("entra", "Microsoft Entra ID, CSV upload", FromPages, ListRules.Entra, ListLines.Entra) { Header = "upn,serial number,secret key,time interval,manufacturer,model", HasUsers = true, Quote = UserQuoting.Entra },
        new("entra-graph", "Microsoft Entra ID, body of the Graph request PATCH /beta/directory/authenticationMethodDevices/hardwareOathDevices (users by object ID)", FromPages, ListRules.EntraGraph, ListLines.EntraGraph)
        {
            Header = "{\"@context\":\"#$delta\",\"value\":[", Between = ",\n", Footer = "]}",
        },
        new("privacyidea", "privacyIDEA OATH CSV, version 1", FromSource, ListRules.HashByLength, ListLines.PrivacyIdea),
        new("privacyidea2", "privacyIDEA OATH CSV, version 2 (with users)", FromSource, ListRules.HashByLength, ListLines.PrivacyIdeaWithUser) { Header = "# version: 2", HasUsers = true, Quote = UserQuoting.PrivacyIdea },
        new("linotp", "LinOTP OATH CSV", FromSource, ListRules.LinOtp, ListLines.LinOtp),
        new("multiotp", "multiOTP CSV", FromSource, ListRules.Sha1Only, ListLines.MultiOtp),
        new("yubico", "Yubico CSV, OATH mode (HOTP; serial numbers without the prefix)", "written after an importer's source code (privacyIDEA)", ListRules.Yubico, ListLines.Yubico),
        new("duo", "Duo, to be pasted under 'Import Hardware Tokens' (choose type and digits there)", FromPages, ListRules.Duo, ListLines.Duo),
        new("pingid", "PingID seed file (choose type and refresh interval there)", FromPages, ListRules.PingId, ListLines.PingId),
        new("otpauth", "otpauth:// URIs, one a line", "read back in the tests, where the codes of its keys are compared with oathtool's and Otp.NET's", ListRules.Otpauth, ListLines.Otpauth),
        new("pam", "users file of pam_oath", "signed in with, through pam_oath, in every run of the CI", ListRules.Pam, ListLines.Pam) { HasUsers = true, Quote = UserQuoting.Pam },
    ];

    /// <summary>Finds a list by its name.</summary>
    /// <returns>Null when there is none.</returns>
    public static SeedList? Find(string name) => All.FirstOrDefault(list => list.Name == name);
}
