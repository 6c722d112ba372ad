using Microsoft.Playwright;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Browser.Tests.Host;

/// <summary>The people of the demo, each before a browser of their own. They sign in when they are first asked for.</summary>
public sealed class Office(BrowserFixture browser, ServedProgram program, Visitor? visitor = null) : IAsyncDisposable
{
    private readonly Dictionary<Role, IPage> _desks = [];
    private readonly List<IPage> _others = [];
    private readonly Visitor _visitor = visitor ?? new Visitor();

    /// <summary>The language everybody here reads.</summary>
    public string Language => _visitor.Language.Split('-')[0];

    /// <summary>What the person with <paramref name="role"/> signs in with.</summary>
    public static string MailOf(Role role) => $"{(role == Role.Administrator ? "admin" : role.ToString().ToLowerInvariant())}@demo.local";

    /// <summary>The page before the person with <paramref name="role"/>.</summary>
    public async Task<IPage> AtAsync(Role role) => _desks.TryGetValue(role, out var page) ? page : _desks[role] = await SignedInAsync(MailOf(role));

    /// <summary>One more browser in which this person has signed in.</summary>
    public async Task<IPage> SignedInAsync(string mail)
    {
        var page = await VisitAsync();
        await page.SignInAsync(mail, ServedProgram.Password);
        await page.SpeakAsync(Language);
        return page;
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    public async Task<IPage> VisitAsync()
    {
        var page = await browser.VisitAsync(_visitor, program.Address);
        _others.Add(page);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _others)
            await page.Context.CloseAsync();
    }
}
