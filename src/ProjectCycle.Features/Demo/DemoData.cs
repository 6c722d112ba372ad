using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Demo.Cases;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;

namespace ProjectCycle.Features.Demo;

/// <summary>What filling the demo made.</summary>
/// <param name="Mails">The mail addresses people sign in with, one for each role.</param>
public sealed record DemoFilled(int Projects, IReadOnlyList<string> Mails);

/// <summary>
/// Fills an empty database with real cooperation cases and one person for each role. Everything is done by those people with
/// the product's own use cases, on days before today, so that history, audit and deadlines are what they would be.
/// </summary>
public sealed class DemoData(AppDbContext db, DataFolder folder, TemplateCatalog templates, IPasswordHasher<User> passwords, MailComposer composer, MailOptions mail, TimeProvider clock)
{
    /// <summary>All of it, or nothing; refused with <c>data-not-empty</c> when there is something already.</summary>
    /// <param name="password">Of every person of the demo.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<DemoFilled>> FillAsync(string password, CancellationToken cancellation)
    {
        if (!await db.IsEmptyAsync(cancellation))
            return new Refusal("data-not-empty");

        await using var services = UseCases();
        await using var scope = services.CreateAsyncScope();
        var filled = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var transaction = await filled.Database.BeginTransactionAsync(cancellation);
        var stage = scope.ServiceProvider.GetRequiredService<DemoStage>();
        await stage.OpenAsync(password, cancellation);
        var cases = DemoCases.All(IndonesianZone.Wib.Today(clock));
        foreach (var one in cases)
            await stage.PlayAsync(one, cancellation);
        await stage.FormTeamsAsync(cancellation);
        await stage.EnterRatesAsync(cancellation);
        await stage.DrawUpContractsAsync(cancellation);

        // Their news is old: nobody shall get a mail about what happened before the demo began.
        await filled.Outbox.ExecuteDeleteAsync(cancellation);
        await filled.Mails.ExecuteDeleteAsync(cancellation);
        await SettleNoticesAsync(filled, cancellation);
        await transaction.CommitAsync(cancellation);
        return new DemoFilled(cases.Count, [.. DemoPeople.All.Select(p => p.Mail)]);
    }

    /// <summary>The last news are left under the bell: those of a fortnight unread, the older ones read, and none as old as would be purged.</summary>
    private async Task SettleNoticesAsync(AppDbContext filled, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (fortnight, quarter) = (now.AddDays(-14), now.AddDays(-90));
        await filled.Notices.Where(n => n.At < quarter).ExecuteDeleteAsync(cancellation);
        await filled.Notices.Where(n => n.At < fortnight).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, n => n.At), cancellation);
    }

    /// <summary>The product's use cases on the same database and folder, with the demo's own clock.</summary>
    private ServiceProvider UseCases()
    {
        var (provider, connection) = SameDatabase.Of(db);
        var past = new DemoClock(IndonesianZone.Wib.Today(clock));
        return new ServiceCollection()
            .AddDatabase(provider, connection)
            .AddFeatures(folder)
            .AddSingleton(templates)
            .AddSingleton(passwords)
            .AddSingleton(composer)
            .AddSingleton(mail)
            .AddSingleton<Postbox>()
            .AddSingleton(past)
            .AddSingleton<TimeProvider>(past)
            .AddScoped<DemoPreparation>()
            .AddScoped<DemoTeams>()
            .AddScoped<NegotiationActs>()
            .AddScoped<DemoStage>()
            .AddScoped<DemoIdentification>()
            .AddScoped<DemoCooperation>()
            .AddScoped<DemoAppraisal>()
            .AddScoped<DemoLedger>()
            .AddScoped<DemoRates>()
            .AddScoped<DemoContracts>()
            .AddScoped<DemoWithdrawals>()
            .BuildServiceProvider();
    }
}

/// <summary>Whether there is anything that filling would mix with.</summary>
internal static class Emptiness
{
    public static async Task<bool> IsEmptyAsync(this AppDbContext db, CancellationToken cancellation) =>
        !await db.Users.AnyAsync(cancellation)
        && !await db.Units.AnyAsync(cancellation)
        && !await db.Partners.AnyAsync(cancellation)
        && !await db.Projects.AnyAsync(cancellation);
}
