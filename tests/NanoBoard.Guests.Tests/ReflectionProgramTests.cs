namespace NanoBoard.Guests.Tests;

/// <summary>Programs with delegates and reflection: their own types, and of others what they could use by name.</summary>
public class ReflectionProgramTests
{
    private static string[] Run(string main)
    {
        using GuestRig rig = GuestRig.On(Program(main), 5);
        return rig.Printed;
    }

    private static string Program(string main) => $$"""
        using System;
        using System.Collections;
        using System.Reflection;
        class Program
        {
            public delegate int Twice(int n);
            public class Point { public int X; private int _y; public Point() { } public Point(int x, int y) { X = x; _y = y; } public int Y { get { return _y; } set { _y = value; } } public int Sum(int more) { return X + Y + more; } public void Fail() { throw new InvalidOperationException("own"); } }
            static void Say(string text) { Console.WriteLine(text); }
            static void Main() { {{main}} System.Threading.Thread.Sleep(-1); }
        }
        """;

    [Fact]
    public void A_delegate_of_its_own_is_called() => Assert.Equal(["42", "43"], Run("Twice f = n => n * 2; Say(f(21).ToString()); f += n => n + 22; Say(f(21).ToString());"));

    [Theory]
    [InlineData("Twice f = n => n; f.BeginInvoke(1, null, null);", "BeginInvoke")]
    [InlineData("Twice f = n => n; f.EndInvoke(null);", "EndInvoke")]
    public void A_delegate_that_is_begun_and_not_called_is_refused(string main, string member)
    {
        var refused = Assert.Throws<GuestRefusedException>(() => GuestAssembly.Load(GuestCompiler.Program(Program(main))));
        Assert.Contains(member, Assert.Single(refused.Faults).Member, StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_fields_and_constructors_of_its_own_types_are_found_and_used() => Assert.Equal(
        ["3 5", "18", "9 Int32", "own", "Sum 1 System.Int32"],
        Run(
            """
            object p = typeof(Point).GetConstructor(new Type[] { typeof(int), typeof(int) }).Invoke(new object[] { 3, 5 });
            Say(((Point)p).X.ToString() + " " + typeof(Point).GetMethod("get_Y").Invoke(p, null).ToString());
            Say(typeof(Point).GetMethod("Sum").Invoke(p, new object[] { 10 }).ToString());
            FieldInfo x = typeof(Point).GetField("X");
            x.SetValue(p, 9);
            Say(x.GetValue(p).ToString() + " " + x.FieldType.Name);
            try { typeof(Point).GetMethod("Fail").Invoke(p, null); } catch (InvalidOperationException e) { Say(e.Message); }
            foreach (MethodInfo m in typeof(Point).GetMethods()) { if (m.Name == "Sum") { Say(m.Name + " " + m.GetParameters().Length.ToString() + " " + m.ReturnType.FullName); } }
            """));

    [Fact]
    public void Types_have_the_names_that_they_have_on_the_device() => Assert.Equal(
        ["System.DateTime", "System.Collections.Hashtable", "System.Device.Gpio.GpioController", "System.Int32", "Program+Point"],
        Run("foreach (Type t in new Type[] { typeof(DateTime), typeof(Hashtable), typeof(System.Device.Gpio.GpioController), typeof(int), typeof(Point) }) { Say(t.FullName); }"));

    [Fact]
    public void Types_are_found_by_their_names_among_its_own_and_those_that_the_board_has() => Assert.Equal(
        ["Program+Point", "System.IO.File", "none", "none", "none"],
        Run("foreach (string name in new string[] { \"Program+Point\", \"System.IO.File\", \"System.IO.Pipes.PipeStream\", \"System.Net.Sockets.Socket\", \"NanoBoard.VirtualBoard\" }) { Type t = Type.GetType(name); Say(t == null ? \"none\" : t.FullName); }"));

    [Theory]
    [InlineData("typeof(string).GetMethod(\"Intern\").Invoke(null, new object[] { \"a\" });")]
    [InlineData("typeof(Type).GetMethod(\"GetType\", new Type[] { typeof(string) }).Invoke(null, new object[] { \"System.IO.File\" });")]
    [InlineData("typeof(Enum).GetMethod(\"GetNames\", new Type[] { typeof(Type) }).Invoke(null, new object[] { typeof(DayOfWeek) });")]
    public void What_it_could_not_use_by_name_is_refused_when_it_runs(string statement) => Assert.Equal(
        ["refused"],
        Run("try { " + statement + " Say(\"ran\"); } catch (NotSupportedException) { Say(\"refused\"); }"));

    [Fact]
    public void What_it_could_use_by_name_works_by_reflection_too() => Assert.Equal(
        ["a", "2"],
        Run("Say((string)typeof(string).GetMethod(\"Trim\", new Type[0]).Invoke(\" a \", null)); ArrayList all = new ArrayList(); typeof(ArrayList).GetMethod(\"Add\").Invoke(all, new object[] { 1 }); all.Add(2); Say(all.Count.ToString());"));

    [Fact]
    public void Small_members_of_the_core_library_answer_as_the_devices_do() => Assert.Equal(
        ["aZä1", "True", "Monday yyyy", "True True", "3"],
        Run(
            """
            char a = 'A', z = 'z', u = 'ä', n = '1';
            Say(a.ToLower().ToString() + z.ToUpper().ToString() + u.ToUpper().ToString() + n.ToLower().ToString());
            Say(BitConverter.IsLittleEndian.ToString());
            System.Globalization.DateTimeFormatInfo info = System.Globalization.DateTimeFormatInfo.CurrentInfo;
            Say(info.DayNames[1] + " " + info.SortableDateTimePattern.Substring(0, 4));
            try { throw new ObjectDisposedException(); } catch (ObjectDisposedException e) { Say((e.Message != null).ToString() + " " + (e.StackTrace != null).ToString()); }
            Say(Array.CreateInstance(typeof(int), 3).Length.ToString());
            """));

    [Fact]
    public void Parameters_have_the_names_and_defaults_of_the_device() => Assert.Equal(
        ["60 -1 400 50 True"],
        Run(
            """
            nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(18, nanoFramework.Hardware.Esp32.DeviceFunction.PWM1);
            System.Device.I2c.I2cConnectionSettings i2c = new System.Device.I2c.I2cConnectionSettings(busId: 1, deviceAddress: 0x3C);
            System.Device.Spi.SpiConnectionSettings spi = new System.Device.Spi.SpiConnectionSettings(1);
            System.Device.Pwm.PwmChannel pwm = System.Device.Pwm.PwmChannel.CreateFromPin(18);
            bool up = nanoFramework.Networking.WifiNetworkHelper.ConnectDhcp("net", "word", requiresDateTime: true);
            Say(i2c.DeviceAddress + " " + spi.ChipSelectLine + " " + pwm.Frequency + " " + (int)(pwm.DutyCycle * 100) + " " + up);
            """));
}
