using Microsoft.Playwright;

namespace ProjectCycle.Browser.Tests.Host;

/// <summary>Listens to what a page complains of: faults of scripts, files that are not there, what the content policy forbids.</summary>
public sealed class ErrorWatch
{
    private readonly List<string> _errors = [];

    public ErrorWatch(IPage page)
    {
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
    }

    /// <summary>What came since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        var errors = _errors.ToList();
        _errors.Clear();
        return errors;
    }
}
