using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.People;

public sealed class ImportHolidaysTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Import_OfTheDecree_ReplacesTheForecastOfItsYearsAlone(DatabaseProvider provider)
    {
        await using var world = await WithDaysAsync(provider, Forecast(2027, 3, 8), Forecast(2027, 12, 26), Forecast(2028, 2, 26), National(2027, 8, 17));
        var decree = new HolidayUpload("2027-03-08,Nyepi\n2027-03-09,Cuti bersama Nyepi,cuti bersama", null, ReplacesForecast: true);

        var check = (await CheckAsync(world, Role.Administrator, decree)).Value;
        Assert.Equal([new DateOnly(2027, 3, 8), new DateOnly(2027, 12, 26)], check.Removed.Select(day => day.Date));
        Assert.Equal(2, (await ImportAsync(world, Role.Administrator, decree)).Value);

        Assert.Equal(
            ["2027-03-08 national False", "2027-03-09 collective-leave False", "2027-08-17 national False", "2028-02-26 national True"],
            await DaysAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_WithAnyFault_ChangesNothing(DatabaseProvider provider)
    {
        await using var world = await WithDaysAsync(provider, National(2027, 8, 17), Forecast(2027, 3, 8));
        var upload = new HolidayUpload("2027-05-01,Hari Buruh\n2027-08-17,Kemerdekaan\n2027-03-08,Nyepi", null, ReplacesForecast: false);

        var check = (await CheckAsync(world, Role.Administrator, upload)).Value;
        Assert.Equal([(2, "date-taken"), (3, "date-taken")], check.Faults.Select(fault => (fault.Line, fault.Problem.Code)));
        Assert.Equal("import-faults", (await ImportAsync(world, Role.Administrator, upload)).Refusals[0].Code);

        Assert.Equal(2, (await DaysAsync(world)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_ByAManager_IsForTheirOwnUnitAndLeavesNationalDaysAlone(DatabaseProvider provider)
    {
        await using var world = await WithDaysAsync(provider, Forecast(2027, 3, 8));
        HolidayUpload Upload(Guid? unit) => new("2027-03-08,Libur sendiri", unit, ReplacesForecast: true);

        Assert.Equal("not-allowed", (await ImportAsync(world, Role.Manager, Upload(null))).Refusals[0].Code);
        Assert.Equal("not-allowed", (await CheckAsync(world, Role.Manager, Upload(world.OtherUnit.Id))).Refusals[0].Code);
        Assert.Equal(1, (await ImportAsync(world, Role.Manager, Upload(world.Unit.Id))).Value);

        Assert.Equal(["2027-03-08 national True", "2027-03-08 own False"], await DaysAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_WhenDeadlinesAreSetAlready_MovesNone(DatabaseProvider provider)
    {
        await using var world = await WithDaysAsync(provider);
        await world.RegisterAsync("JMB-7");
        var before = await DueAsync(world);
        Assert.NotEmpty(before);
        var upload = new HolidayUpload(string.Join('\n', before.Distinct().Select(due => $"{due:yyyy-MM-dd},Libur")), null, false);

        Assert.True((await ImportAsync(world, Role.Administrator, upload)).Succeeded);

        Assert.Equal(before, await DueAsync(world));
    }

    [Theory, OnSqlite]
    public async Task Check_WhenTheTextIsTooLong_SaysSo(DatabaseProvider provider)
    {
        await using var world = await WithDaysAsync(provider);

        var check = await CheckAsync(world, Role.Administrator, new HolidayUpload(new string('x', HolidayList.MaxSize + 1), null, false));

        Assert.Equal("days-file-too-large", check.Refusals[0].Code);
    }

    private static async Task<World> WithDaysAsync(DatabaseProvider provider, params Holiday[] days)
    {
        var world = await World.CreateAsync(provider);
        await world.Services.Database.AddAsync([.. days]);
        return world;
    }

    private static Holiday National(int year, int month, int day) => new() { Date = new DateOnly(year, month, day), Name = new LocalText("", "Libur"), Kind = "national" };

    private static Holiday Forecast(int year, int month, int day) =>
        new() { Date = new DateOnly(year, month, day), Name = new LocalText("", "Libur"), Kind = "national", IsForecast = true };

    private static Task<Outcome<HolidayCheck>> CheckAsync(World world, Role role, HolidayUpload upload) =>
        world.AsAsync<ImportHolidays, Outcome<HolidayCheck>>(role, import => import.CheckAsync(upload, CancellationToken.None));

    private static Task<Outcome<int>> ImportAsync(World world, Role role, HolidayUpload upload) =>
        world.AsAsync<ImportHolidays, Outcome<int>>(role, import => import.ImportAsync(upload, CancellationToken.None));

    private static async Task<List<string>> DaysAsync(World world)
    {
        var days = await world.ReadAsync(db => db.Holidays.AsNoTracking().ToListAsync());
        return [.. days.OrderBy(day => day.Date).ThenBy(day => day.Kind, StringComparer.Ordinal).Select(day => $"{day.Date:yyyy-MM-dd} {day.Kind} {day.IsForecast}")];
    }

    private static Task<List<DateOnly>> DueAsync(World world) =>
        world.ReadAsync(db => db.Deadlines.AsNoTracking().OrderBy(d => d.Id).Select(d => d.DueOn).ToListAsync());
}
