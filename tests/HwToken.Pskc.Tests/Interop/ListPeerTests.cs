using System.Text;
using System.Web;
using HwToken.Pskc.Lists;
using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Interop;

/// <summary>Lists in clear against programs that read them: pam_oath signs in with one, oathtool computes the codes of another.</summary>
public class ListPeerTests
{
    /// <summary>Signs in through libpam with a service folder of its own: needs no rights and changes nothing on the machine.</summary>
    private const string SignIn = """
        import ctypes, sys
        pam, libc = ctypes.CDLL('libpam.so.0'), ctypes.CDLL(None)
        libc.calloc.restype = libc.strdup.restype = ctypes.c_void_p
        class Message(ctypes.Structure): _fields_ = [('style', ctypes.c_int), ('text', ctypes.c_char_p)]
        class Response(ctypes.Structure): _fields_ = [('text', ctypes.c_void_p), ('code', ctypes.c_int)]
        Conversation = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ctypes.POINTER(Response)), ctypes.c_void_p)
        class Conv(ctypes.Structure): _fields_ = [('talk', Conversation), ('data', ctypes.c_void_p)]
        @Conversation
        def talk(count, messages, responses, data):
            answers = ctypes.cast(libc.calloc(count, ctypes.sizeof(Response)), ctypes.POINTER(Response))
            for i in range(count): answers[i].text = libc.strdup(sys.argv[3].encode())
            responses[0] = answers
            return 0
        conv, handle = Conv(talk, None), ctypes.c_void_p()
        if pam.pam_start_confdir(b'hwtoken', sys.argv[2].encode(), ctypes.byref(conv), sys.argv[1].encode(), ctypes.byref(handle)): sys.exit(9)
        print(pam.pam_authenticate(handle, 0))
        """;

    private static readonly string[] HotpCodes = ["755224", "287082", "359152"];

    [Fact]
    public void Pam_oath_signs_in_with_the_codes_of_our_list_once_each() => TestFolder.With(file =>
    {
        string folder = Service(file, "pam", Lots.Hotp("HWHA00000002"), "window=5 digits=6");
        Assert.Equal("0", Pam(file, folder, HotpCodes[0]));
        Assert.NotEqual("0", Pam(file, folder, HotpCodes[0]));
        Assert.NotEqual("0", Pam(file, folder, "000000"));
        Assert.Equal("0", Pam(file, folder, HotpCodes[2]));
    });

    [Fact]
    public void Pam_oath_begins_at_the_counter_of_our_list() => TestFolder.With(file =>
    {
        string folder = Service(file, "pam", Lots.Hotp("HWHA00000002", 1), "window=1 digits=6");
        Assert.NotEqual("0", Pam(file, folder, HotpCodes[0]));
        Assert.Equal("0", Pam(file, folder, HotpCodes[1]));
    });

    [Theory]
    [InlineData(0, "755224")]
    [InlineData(9, "520489")]
    public void Oathtool_makes_the_codes_of_a_URI(long counter, string code)
    {
        Uri uri = new(Write("otpauth", Lots.Hotp("HWHA00000002", counter)).Trim());
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(uri.Query);
        PeerAnswer answer = Peer.RunWithInput("oathtool", query["secret"] + "\n", "--hotp", "--base32", "--counter=" + query["counter"], "--digits=" + query["digits"], "-");
        Assert.Equal((0, code), (answer.Exit, answer.Output.Trim()));
    }

    [Theory]
    [InlineData("privacyidea")]
    [InlineData("linotp")]
    [InlineData("duo")]
    [InlineData("pingid")]
    public void Oathtool_makes_the_codes_of_a_hexadecimal_list(string list)
    {
        string[] fields = Write(list, Lots.Totp("HWTA00000001")).Trim().Split(',');
        PeerAnswer answer = Peer.RunWithInput("oathtool", fields[1] + "\n", "--totp", "--now=1970-01-01 00:00:59 UTC", "-");
        Assert.Equal((0, "287082"), (answer.Exit, answer.Output.Trim()));
    }

    private static string Write(string list, PskcKey key)
    {
        var output = new MemoryStream();
        using var writer = new SeedListWriter(output, SeedLists.Find(list)!);
        writer.Write(key, SeedUser.None);
        writer.Complete();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Service(Func<string, string, string> file, string list, PskcKey key, string options)
    {
        string users = file("users.oath", Write(list, key));
        if (OperatingSystem.IsWindows() || !Directory.EnumerateDirectories("/usr/lib", "security", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Any(place => File.Exists(Path.Combine(place, "pam_oath.so"))))
        {
            Peer.Missing("libpam-oath is not installed; .ci/run names it.");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(users, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return Path.GetDirectoryName(file("hwtoken", $"auth required pam_oath.so usersfile={users} {options}\n"))!;
    }

    /// <returns>What pam_authenticate returned; 0 is success.</returns>
    private static string Pam(Func<string, string, string> file, string folder, string code)
    {
        PeerAnswer answer = Peer.Run("/usr/bin/python3", file("signin.py", SignIn), folder, "HWHA00000002", code);
        Assert.True(answer.Exit == 0, answer.Errors);
        return answer.Output.Trim();
    }
}
