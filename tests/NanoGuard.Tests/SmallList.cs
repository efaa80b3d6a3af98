using NanoGuard.Api;

namespace NanoGuard.Tests;

/// <summary>A list such as a small project would have: the tests need no other file.</summary>
internal static class SmallList
{
    public const string Text = """
        # what the planted sources may use
        [mscorlib]
        System.ArgumentException | class : System.SystemException
          System.ArgumentException::.ctor(System.String) : System.Void
        System.Array | abstract class : System.ICloneable, System.Collections.IList, System.Collections.ICollection, System.Collections.IEnumerable
          System.Array::Copy(System.Array, System.Int32, System.Array, System.Int32, System.Int32) : static System.Void
        System.Collections.ArrayList | class : System.Collections.IList, System.Collections.ICollection, System.Collections.IEnumerable, System.ICloneable
          System.Collections.ArrayList::.ctor() : System.Void
          System.Collections.ArrayList::Add(System.Object) : virtual System.Int32
          System.Collections.ArrayList::GetEnumerator() : virtual System.Collections.IEnumerator
        System.Collections.IEnumerable | interface
        System.Collections.IEnumerator | interface
          System.Collections.IEnumerator::get_Current() : abstract System.Object
          System.Collections.IEnumerator::MoveNext() : abstract System.Boolean
        System.Exception | class
          System.Exception::get_Message() : virtual System.String
        System.EventArgs | class
        System.EventHandler | delegate
          System.EventHandler::Invoke(System.Object sender, System.EventArgs e) : System.Void
        System.FlagsAttribute | class : System.Attribute
          System.FlagsAttribute::.ctor() : System.Void
        System.IDisposable | interface
          System.IDisposable::Dispose() : abstract System.Void
        System.Int32 | struct
          System.Int32::ToString() : virtual System.String
          System.Int32::ToString(System.String) : System.String
        System.InvalidOperationException | class : System.SystemException
          System.InvalidOperationException::.ctor() : System.Void
          System.InvalidOperationException::.ctor(System.String) : System.Void
        System.Object | class
          System.Object::ToString() : virtual System.String
        System.String | sealed class : System.IComparable, System.Collections.IEnumerable
          System.String::Concat(System.String, System.String) : static System.String
          System.String::Concat(System.String, System.String, System.String) : static System.String
          System.String::Empty : static System.String
          System.String::get_Chars(System.Int32) : System.Char
          System.String::get_Length() : System.Int32
          System.String::op_Equality(System.String, System.String) : static System.Boolean
          System.String::Substring(System.Int32, System.Int32) : System.String
        System.Threading.Monitor | static class
          System.Threading.Monitor::Enter(System.Object) : static System.Void
          System.Threading.Monitor::Exit(System.Object) : static System.Void
        System.TimeSpan | struct
          System.TimeSpan::.ctor(System.Int64) : System.Void
          System.TimeSpan::FromSeconds(System.Int64) : static System.TimeSpan
          System.TimeSpan::get_Ticks() : System.Int64
        [System.IO.FileSystem]
        System.IO.File | static class
          System.IO.File::Exists(System.String) : static System.Boolean
        """;

    public static ApiList Api { get; } = ApiList.Parse(Text);
}
