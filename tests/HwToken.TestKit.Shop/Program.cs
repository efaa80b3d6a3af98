using HwToken.Testing;

// Two ways to the same simulator: what Aspire's WithReference sets, and the variable that test suites go by.
string address = Environment.GetEnvironmentVariable("ConnectionStrings__otp") ?? throw new InvalidOperationException("Nothing refers to the simulator: ConnectionStrings__otp is not set.");
await using OtpSimulator otp = OtpSimulator.Attach(new Uri(address));
await using OtpSimulator same = OtpSimulator.FromEnvironment();
await using OtpToken token = await otp.HotpAsync("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
string[] codes = [await token.NextCodeAsync(), await token.PressAsync()];
await using OtpToken own = await same.HotpAsync();
await own.NextCodeAsync();

// The codes of RFC 4226, appendix D: no other process has taken one.
return codes is ["755224", "287082"] && Environment.GetEnvironmentVariable(OtpSimulator.UrlVariable) == address ? 0 : 1;
