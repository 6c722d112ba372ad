using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Admin;

/// <summary>Each test has a program of its own, so that it knows who the last administrator is.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes it through IAsyncLifetime.")]
public sealed class UsersTests : IAsyncLifetime
{
    private readonly WebProgram _program = new();

    public Task InitializeAsync() => _program.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_program).DisposeAsync();

    [Fact]
    public async Task New_WhenSound_IsInvitedByASecretMail()
    {
        var unit = Samples.Unit();
        await _program.WriteAsync(unit);
        var (browser, _) = await _program.SignedInAsync(Role.Administrator);

        var answer = await browser.SubmitAsync(
            "/admin/users/new",
            ("Input.DisplayName", "Siti Rahma"), ("Input.Email", "siti@jambi.example"), ("Input.Language", "id"), ("Input.Roles", "Staff"), ("Input.UnitIds", $"{unit.Id}"));

        Assert.Equal("/admin/users", answer.Location);
        var user = await _program.ReadAsync(db => db.Users.Include(u => u.Roles).Include(u => u.Units).SingleAsync(u => u.Email == "siti@jambi.example"));
        Assert.Equal([Role.Staff], user.Roles.Select(r => r.Role));
        Assert.Equal([unit.Id], user.Units.Select(m => m.UnitId));
        Assert.True(user.IsActive);
        var mail = await _program.ReadAsync(db => db.Mails.SingleAsync(m => m.RecipientId == user.Id));
        Assert.True(mail.IsSecret);
        Assert.Contains("https://cycle.example.test/account/reset-password?user=", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WithAnAddressSomebodyHas_KeepsTheTypedAndSendsNothing()
    {
        var (browser, administrator) = await _program.SignedInAsync(Role.Administrator);

        var answer = await browser.SubmitAsync("/admin/users/new", ("Input.DisplayName", "Siti Rahma"), ("Input.Email", administrator.Email!.ToUpperInvariant()), ("Input.Roles", "Staff"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Another user has this mail address.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Siti Rahma\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _program.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task Edit_OfTheLastAdministrator_MayNotTakeTheRoleAway()
    {
        var (browser, administrator) = await _program.SignedInAsync(Role.Administrator);

        var answer = await browser.SubmitAsync(
            $"/admin/users/{administrator.Id}", ("Input.DisplayName", "A"), ("Input.Email", administrator.Email!), ("Input.Roles", "Staff"), ("Input.IsActive", "true"));

        Assert.Contains("This is the last active administrator.", answer.Text, StringComparison.Ordinal);
        Assert.Equal([Role.Administrator], await _program.ReadAsync(db => db.UserRoles.Where(r => r.UserId == administrator.Id).Select(r => r.Role).ToListAsync()));
    }

    [Fact]
    public async Task Edit_OfOneself_KeepsOneSignedIn()
    {
        var (browser, administrator) = await _program.SignedInAsync(Role.Administrator);

        await browser.SubmitAsync(
            $"/admin/users/{administrator.Id}", ("Input.DisplayName", "Ayu"), ("Input.Email", administrator.Email!), ("Input.Roles", "Administrator"), ("Input.IsActive", "true"));
        _program.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/users")).Status);
    }

    [Fact]
    public async Task Edit_WhenSomebodyLeaves_EndsTheirSession()
    {
        var (browser, _) = await _program.SignedInAsync(Role.Administrator);
        var (leaver, user) = await _program.SignedInAsync(Role.Staff);

        await browser.SubmitAsync($"/admin/users/{user.Id}", ("Input.DisplayName", "Left"), ("Input.Email", user.Email!), ("Input.Roles", "Staff"));
        _program.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.Redirect, (await leaver.GetAsync("/")).Status);
        Assert.Contains("Has left", (await browser.GetAsync("/admin/users")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlock_OfALockedUser_LetsThemTryAgain()
    {
        var (browser, _) = await _program.SignedInAsync(Role.Administrator);
        var user = await _program.AddUserAsync(Role.Staff);
        await _program.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            (await db.Users.SingleAsync(u => u.Id == user.Id)).LockoutEnd = _program.Clock.GetUtcNow().AddMinutes(10);
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Locked", (await browser.GetAsync("/admin/users")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync($"/admin/users/{user.Id}", $"/admin/users/{user.Id}?handler=Unlock");

        Assert.Null(await _program.ReadAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.LockoutEnd).SingleAsync()));
    }

    [Fact]
    public async Task Link_ForSomebodyWithAPassword_IsAResetMail()
    {
        var (browser, _) = await _program.SignedInAsync(Role.Administrator);
        var user = await _program.AddUserAsync(Role.Staff);

        var answer = await browser.SubmitAsync($"/admin/users/{user.Id}", $"/admin/users/{user.Id}?handler=Link");

        Assert.Equal($"/admin/users/{user.Id}", answer.Location);
        Assert.True(await _program.ReadAsync(db => db.Mails.AnyAsync(m => m.RecipientId == user.Id && m.IsSecret)));
    }
}
