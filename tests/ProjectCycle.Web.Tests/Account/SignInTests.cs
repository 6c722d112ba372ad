using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Account;

public sealed partial class SignInTests(WebProgram program) : IClassFixture<WebProgram>
{
    private const string Wrong = "Mail address or password is wrong.";
    private const string Locked = "Too many wrong tries.";

    [Fact]
    public async Task SignIn_WithMailAndPassword_OpensTheHomePage()
    {
        var user = await program.AddUserAsync(Role.Staff);
        var browser = program.Open();

        Assert.Equal("/", (await browser.TrySignInAsync(user.Email!.ToUpperInvariant(), WebProgram.Password)).Location);

        Assert.Contains($"Good morning, {user.DisplayName}", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhenTheCookieIsSet_KeepsItFromScriptsAndOtherSites()
    {
        var user = await program.AddUserAsync(Role.Staff);

        var answer = await program.Open().TrySignInAsync(user.Email!, WebProgram.Password);

        var cookie = Assert.Single(answer.Message.Headers.GetValues("Set-Cookie"), c => c.StartsWith("pc-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WhenTheUserIsUnknown_AnswersAsForAWrongPassword()
    {
        var user = await program.AddUserAsync(Role.Staff);

        var known = await program.Open().TrySignInAsync(user.Email!, "not the password");
        var unknown = await program.Open().TrySignInAsync("nobody@demo.local", "not the password");

        Assert.Contains(Wrong, known.Text, StringComparison.Ordinal);
        Assert.Equal(Bare(known.Text.Replace(user.Email!, "", StringComparison.Ordinal)), Bare(unknown.Text.Replace("nobody@demo.local", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_AfterFiveWrongTries_SaysUntilWhenItIsLocked(bool exists)
    {
        var mail = exists ? (await program.AddUserAsync(Role.Staff)).Email! : "ghost@demo.local";
        var browser = program.Open();
        for (var wrong = 1; wrong <= 4; wrong++)
            Assert.Contains(Wrong, (await browser.TrySignInAsync(mail, "not the password")).Text, StringComparison.Ordinal);

        Assert.Contains(Locked, (await browser.TrySignInAsync(mail, "not the password")).Text, StringComparison.Ordinal);

        Assert.Matches(@"after \d\d:\d\d WIB", (await browser.TrySignInAsync(mail, WebProgram.Password)).Text);
    }

    [Fact]
    public async Task SignIn_WhenTheUserHasLeft_IsRefused()
    {
        var user = await program.AddUserAsync(Role.Staff);
        await LeaveAsync(user);

        Assert.Contains(Wrong, (await program.Open().TrySignInAsync(user.Email!, WebProgram.Password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenTheUserLeavesMeanwhile_IsClosedWithinAMinute()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);
        await LeaveAsync(user);
        program.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("http://localhost/account/sign-in", (await browser.GetAsync("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_AfterEightIdleHours_IsOver()
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);
        program.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        program.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);

        program.Clock.Advance(TimeSpan.FromHours(8.1));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task SignOut_WhenPosted_EndsTheSession()
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        await browser.SubmitAsync("/", "/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task SignOut_WhenOnlyLinkedTo_DoesNothing()
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        await browser.GetAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("/account/preferences", "/account/preferences")]
    [InlineData("https://elsewhere.example.test/", "/")]
    [InlineData("//elsewhere.example.test/", "/")]
    public async Task SignIn_WithAWayBack_GoesThereWhenItIsOurs(string returnUrl, string goesTo)
    {
        var user = await program.AddUserAsync(Role.Staff);

        var answer = await program.Open().SubmitAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", ("Mail", user.Email!), ("Password", WebProgram.Password));

        Assert.Equal(goesTo, answer.Location);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var user = await program.AddUserAsync(Role.Staff);

        var answer = await program.Open().PostAsync("/account/sign-in", ("Mail", user.Email!), ("Password", WebProgram.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This could not be read", answer.Text, StringComparison.Ordinal);
    }

    private Task<IdentityResult> LeaveAsync(User user) => program.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<User>>();
        var leaver = (await users.FindByIdAsync(user.Id.ToString()))!;
        leaver.IsActive = false;
        return await users.UpdateAsync(leaver);
    });

    /// <summary>The page without what differs between any two.</summary>
    private static string Bare(string html) => Secret().Replace(html, "");

    [GeneratedRegex("""value="[^"]{40,}["]""")]
    private static partial Regex Secret();
}
