using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Account;

public sealed partial class PasswordTests(WebProgram program) : IClassFixture<WebProgram>
{
    private const string Better = "kapal-biru-di-teluk";

    [Fact]
    public async Task Reset_WithTheMailedLink_SetsThePasswordOnce()
    {
        var user = await program.AddUserAsync(Role.Staff);
        await program.Open().SubmitAsync("/account/forgot-password", ("Mail", user.Email!));
        var mail = Assert.Single(await MailsAsync(user));
        Assert.True(mail.IsSecret);
        var link = new Uri(Link().Match(mail.Text).Value);
        Assert.Equal("cycle.example.test", link.Host);

        var first = await ChooseAsync(link, Better);
        var second = await ChooseAsync(link, "kapal-merah-di-teluk");

        Assert.Equal("/account/sign-in", first.Location);
        Assert.Contains("This link has been used or is too old.", second.Text, StringComparison.Ordinal);
        await program.Open().SignInAsync(user.Email!, Better);
    }

    [Fact]
    public async Task Forgot_WhenTheUserIsUnknown_AnswersTheSameAndSendsNothing()
    {
        var user = await program.AddUserAsync(Role.Staff);
        var known = program.Open();
        var unknown = program.Open();

        await known.SubmitAsync("/account/forgot-password", ("Mail", user.Email!));
        await unknown.SubmitAsync("/account/forgot-password", ("Mail", "nobody@demo.local"));

        const string said = "If this address belongs to a user";
        Assert.Contains(said, (await known.GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);
        Assert.Contains(said, (await unknown.GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await program.InScopeAsync(s => s.GetRequiredService<AppDbContext>().Mails.ToListAsync()), m => m.Address == "nobody@demo.local");
    }

    [Fact]
    public async Task Change_WithTheCurrentPassword_KeepsTheSession()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);

        var wrong = await browser.SubmitAsync("/account/change-password", ("Current", "not the password"), ("Password", Better));
        var right = await browser.SubmitAsync("/account/change-password", ("Current", WebProgram.Password), ("Password", Better));

        Assert.Contains("This is not your current password.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/account/preferences", right.Location);
        Assert.Contains("Your password is changed.", (await browser.GetAsync("/account/preferences")).Text, StringComparison.Ordinal);
        await program.Open().SignInAsync(user.Email!, Better);
    }

    [Theory]
    [InlineData("kapal-biru-di-teluk", null)]
    [InlineData("🌊🌋🏝🌾🚢🌧 laut", null)]
    [InlineData("kapal-biru", "PasswordTooShort")]
    [InlineData("password1234", "PasswordCommon")]
    [InlineData("PasswordPassword1", "PasswordCommon")]
    [InlineData("123456789012", "PasswordCommon")]
    [InlineData("indonesia-2026", null)]
    [InlineData("sayangku-123456", "PasswordCommon")]
    [InlineData("rumah-rahmawati-baru", "PasswordContainsName")]
    [InlineData("kotak.sit.r.1990.an", null)]
    [InlineData("Mail-SITIRAHMA-kotak", "PasswordContainsName")]
    public async Task Rules_ForAPassword_RefuseWhatIsGuessedFirst(string password, string? fault)
    {
        var user = Samples.User("sitirahma@demo.local");
        user.DisplayName = "Siti Rahmawati";
        var faults = await program.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<User>>();
            var results = new List<IdentityResult>();
            foreach (var rule in users.PasswordValidators)
                results.Add(await rule.ValidateAsync(users, user, password));
            return results.SelectMany(result => result.Errors).Select(error => error.Code).ToList();
        });

        Assert.Equal(fault is null ? [] : [fault], faults.Take(1));
    }

    private async Task<Answer> ChooseAsync(Uri link, string password)
    {
        var query = System.Web.HttpUtility.ParseQueryString(link.Query);
        return await program.Open().SubmitAsync(link.PathAndQuery, ("user", query["user"]!), ("Token", query["token"]!), ("Password", password));
    }

    private Task<List<OutgoingMail>> MailsAsync(User user) =>
        program.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Mails.Where(m => m.RecipientId == user.Id).ToListAsync());

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
