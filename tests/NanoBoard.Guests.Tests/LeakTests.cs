namespace NanoBoard.Guests.Tests;

/// <summary>What the board has not is refused before anything runs, with every place; no desktop type gets in by its name.</summary>
public class LeakTests
{
    [Theory]
    [InlineData("string.Intern(\"a\");", "System.String::Intern(System.String)")]
    [InlineData("new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);", "System.Net.Sockets.Socket::.ctor")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly();", "System.Reflection.Assembly::GetExecutingAssembly()")]
    [InlineData("System.Reflection.Assembly.Load(\"System.IO\");", "System.Reflection.Assembly::Load(System.String)")]
    [InlineData("typeof(string).InvokeMember(\"Intern\", System.Reflection.BindingFlags.InvokeMethod, null, null, null);", "System.Type::InvokeMember")]
    [InlineData("new System.WeakReference(null);", "System.WeakReference::.ctor(System.Object)")]
    public void A_member_that_the_board_has_not_is_refused_with_its_place(string statement, string member)
    {
        var refused = Assert.Throws<GuestRefusedException>(() => GuestAssembly.Load(GuestCompiler.Program($"class Program\n{{\n    static void Main()\n    {{\n        {statement}\n    }}\n}}")));
        GuestFault fault = Assert.Single(refused.Faults, fault => fault.Member.StartsWith(member, StringComparison.Ordinal));
        Assert.Equal(["Program.Main (Guest.cs:5)"], fault.Uses);
        Assert.Contains(fault.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_member_is_told_at_once_with_all_its_places()
    {
        var refused = Assert.Throws<GuestRefusedException>(() => GuestAssembly.Load(GuestCompiler.Program(
            """
            class Program
            {
                static void Main() { Look(); string.Intern("a"); }
                static void Look() { string.Intern("a"); new System.WeakReference(null); }
            }
            """)));
        Assert.Equal(["System.String::Intern(System.String)", "System.WeakReference::.ctor(System.Object)"], refused.Faults.Select(fault => fault.Member));
        Assert.Equal(["Program.Main (Guest.cs:3)", "Program.Look (Guest.cs:4)"], refused.Faults[0].Uses.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_program_for_the_desktop_is_refused()
    {
        var refused = Assert.Throws<GuestRefusedException>(() => GuestAssembly.Load(typeof(LeakTests).Assembly.Location));
        Assert.Contains("desktop .NET", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused_and_a_missing_one_is_named()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "image.pe");
        File.WriteAllText(path, "NFMRK1");
        Assert.Contains(".pe", Assert.Throws<GuestRefusedException>(() => GuestAssembly.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("build", Assert.Throws<FileNotFoundException>(() => GuestAssembly.Load(Path.Combine(AppContext.BaseDirectory, "nowhere.dll"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mscorlib")]
    [InlineData("System.Math")]
    [InlineData("nanoFramework.System.Text")]
    [InlineData("System.Device.Gpio")]
    public void A_package_that_board_and_desktop_stand_for_is_not_taken_along(string assembly) => Assert.True(Rewriting.Platform.IsBoards(assembly));

    [Fact]
    public void The_core_librarys_inner_math_which_packages_call_is_the_desktops() => Assert.Equal(typeof(Math), Rewriting.Platform.Find("System.MathInternal"));

    [Fact]
    public void A_binding_comes_along() => Assert.False(Rewriting.Platform.IsBoards("Iot.Device.Ssd13xx"));

    [Fact]
    public void Every_desktop_type_that_guests_get_exists_and_is_one_of_nanoFrameworks()
    {
        string[] names = [.. Rewriting.Platform.DesktopNames];
        Assert.True(names.Length > 80, $"Only {names.Length} names.");
        Assert.DoesNotContain(names, name => Rewriting.Platform.FindDesktop(name) is null);
    }
}
