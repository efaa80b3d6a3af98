namespace HwToken.Browser;

/// <summary>The watch over a page forgives what a test asked for, whenever it is told, and nothing else.</summary>
public class PageFaultsTests
{
    private const string Refused = "console error: Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refusal_is_forgiven_whether_the_browser_tells_it_before_or_after(bool isTold)
    {
        var faults = new PageFaults();
        if (isTold)
        {
            faults.Add(Refused);
        }

        faults.ForgiveStatus(422);
        if (!isTold)
        {
            faults.Add(Refused);
        }

        Assert.Empty(faults.Left());
    }

    [Fact]
    public void A_second_refusal_and_one_of_another_status_stay_faults()
    {
        var faults = new PageFaults();
        faults.ForgiveStatus(422);
        faults.Add(Refused);
        faults.Add(Refused);
        faults.Add(Refused.Replace("422", "500", StringComparison.Ordinal));
        Assert.Equal(2, faults.Left().Count);
    }

    [Fact]
    public void After_the_server_has_ended_each_request_without_an_answer_is_forgiven_and_a_script_error_is_not()
    {
        var faults = new PageFaults();
        faults.Add("console error: Failed to load resource: net::ERR_CONNECTION_REFUSED");
        faults.ForgiveSilence();
        faults.Add("console error: Failed to load resource: net::ERR_CONNECTION_REFUSED");
        faults.Add("script: x is not defined");
        Assert.Equal(["script: x is not defined"], faults.Left());
    }
}
