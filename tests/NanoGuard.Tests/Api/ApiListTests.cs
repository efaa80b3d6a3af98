using NanoGuard.Api;

namespace NanoGuard.Tests.Api;

public class ApiListTests
{
    [Theory]
    [InlineData("N.T::Invoke(System.Object sender, N.Args e) : System.Void", "N.T::Invoke(System.Object, N.Args) : System.Void")]
    [InlineData("N.T::Dispose() : virtual System.Void", "N.T::Dispose() : System.Void")]
    [InlineData("N.T::get_X() : abstract System.Byte[]", "N.T::get_X() : System.Byte[]")]
    [InlineData("N.T::F(System.Int32&) : static System.Boolean", "N.T::F(System.Int32&) : static System.Boolean")]
    [InlineData("N.T::Max : const System.Byte = 255", "N.T::Max : System.Byte")]
    [InlineData("N.E::A : N.E = 1", "N.E::A : N.E")]
    [InlineData("N.T::Zero : static N.T", "N.T::Zero : static N.T")]
    public void A_members_key_leaves_out_what_a_reference_cannot_show(string line, string key) =>
        Assert.Equal(key, ApiLine.TryParse(line, "a")!.Key);

    [Fact]
    public void A_member_is_found_on_the_bases_that_the_list_names()
    {
        var list = ApiList.Parse("[a]\nN.D | class : N.B\nN.B | class\n  N.B::F() : System.Void\n[mscorlib]\nSystem.Object | class\n  System.Object::ToString() : virtual System.String");
        Assert.Equal("a", list.FindMember("N.D::F() : System.Void")!.Assembly);
        Assert.Equal("mscorlib", list.FindMember("N.D::ToString() : System.String")!.Assembly);
        Assert.Null(list.FindMember("N.D::G() : System.Void"));
    }

    [Fact]
    public void A_constructor_is_not_inherited() =>
        Assert.Null(ApiList.Parse("[a]\nN.D | class : N.B\nN.B | class\n  N.B::.ctor() : System.Void").FindMember("N.D::.ctor() : System.Void"));

    [Fact]
    public void A_line_that_is_none_of_the_forms_is_refused_with_its_number() =>
        Assert.StartsWith("x:2:", Assert.Throws<FormatException>(() => ApiList.Parse("[a]\nnonsense", "x")).Message, StringComparison.Ordinal);
}
