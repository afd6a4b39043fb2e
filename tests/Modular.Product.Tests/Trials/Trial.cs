namespace Modular.Product.Tests.Trials;

/// <summary>Runs a trial and shows, with the test, what it measured.</summary>
internal static class Trial
{
    public static async Task PassesAsync(TestContext context, Func<TextWriter, Task<bool>> trial)
    {
        var output = new StringWriter();
        try
        {
            Assert.IsTrue(await trial(output), $"{output}");
        }
        finally
        {
            context.WriteLine("{0}", output);
        }
    }
}
