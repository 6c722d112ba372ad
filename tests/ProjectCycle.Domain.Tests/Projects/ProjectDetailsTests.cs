using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Tests.Projects;

public sealed class ProjectDetailsTests
{
    private static readonly ProjectDetails Sound = new() { Code = "JMB-001", NameId = "Pengelolaan sampah", RegionCode = "15.71" };

    [Fact]
    public void Faults_WhenSound_AreNone() => Assert.Empty(Sound.Faults());

    [Fact]
    public void Faults_WhenEverythingIsBlank_NameTheRequiredFieldsAtOnce() =>
        Assert.Equal([("required", "Code"), ("required", "NameId"), ("required", "RegionCode")], Read(new ProjectDetails()));

    [Fact]
    public void Faults_WhenTextsAreTooLong_NameEachField()
    {
        var details = Sound with
        {
            NameEn = new string('x', 301),
            NameId = new string('x', 301),
            Summary = new string('x', 4001),
            RpjmdAlignment = new string('x', 2001),
            PartnerProgramme = new string('x', 2001),
        };

        Assert.Equal(
            [("too-long", "NameId"), ("too-long", "NameEn"), ("too-long", "Summary"), ("too-long", "RpjmdAlignment"), ("too-long", "PartnerProgramme")],
            Read(details));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01", "2026-02-01", null)]
    [InlineData("2026-02-02", "2026-02-01", null, "effective-before-signed")]
    [InlineData("2026-01-05", "2026-02-02", "2026-02-01", "closing-before-effective")]
    [InlineData(null, "2026-02-02", null, "effective-before-signed")]
    [InlineData("2026-02-02", null, "2026-02-01", "closing-before-effective")]
    [InlineData(null, null, "2026-02-01", null)]
    public void Faults_WhenTheDatesAreOutOfOrder_SayWhich(string? signedOn, string? effectiveOn, string? closingOn, string? fault)
    {
        var details = Sound with { Dates = new KeyDates(null, Date(signedOn), Date(effectiveOn), Date(closingOn), null) };

        Assert.Equal(fault is null ? [] : [fault], details.Faults().Select(f => f.Code));
    }

    [Fact]
    public void Faults_WhenADateIsASlip_NameItsField()
    {
        var details = Sound with { Dates = KeyDates.Unknown with { PlannedStart = new DateOnly(26, 3, 4), CompletedOn = new DateOnly(3026, 3, 4) } };

        Assert.Equal([("date-out-of-range", "PlannedStart"), ("date-out-of-range", "CompletedOn")], Read(details));
    }

    private static IEnumerable<(string, string?)> Read(ProjectDetails details) => details.Faults().Select(f => (f.Code, f.Field));

    private static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
