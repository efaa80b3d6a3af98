namespace HwToken.Scenarios.Bundles;

/// <summary>What stands in a bundle for people.</summary>
internal static class BundleWords
{
    public const string ReadMe = """
        A story of virtual tokens that did not hold (HwToken, docs/scenarios.md). Play it again, on any computer:

            hwtoken-sim replay FOLDER

        bundle.json      which story, when it began, its seed, the line and what was seen
        scenario.yaml    the story. It holds the test secrets that it gives its tokens
        timeline.jsonl   what happened, one JSON object a line
        frames/          each picture that a display came to rest on
        lines/           each token's button, the pins that its chip drives, SDA and SCL (value change dump, 100 ns). What is on the display goes
                         over SDA: codes can be read from it, keys cannot
        flash/           each token's files as they were at the end. Of a token whose secret stands in the story, its keys are zeros here
        answers.jsonl    what the service answered, if the story has one: whole pages. Values from the environment ({env:NAME}) are left out

        """;
}
