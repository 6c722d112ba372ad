using ProjectCycle.Data.Reference;

namespace ProjectCycle.Data.Tests.Reference;

public sealed class ReferenceDataTests
{
    [Fact]
    public void Regions_WhenRead_AreAllProvincesRegenciesAndCities()
    {
        Assert.Equal(38, ReferenceData.Regions.Values.Count(r => r.Code.Length == 2));
        Assert.Equal(514, ReferenceData.Regions.Values.Count(r => r.Code.Length == 5));
        Assert.Equal(552, ReferenceData.Regions.Count);
    }

    [Fact]
    public void Regions_WhenTheCodeEndsInZero_KeepTheirOwnName()
    {
        // 11.10 is a regency of its own; read as a number it would be 11.1 and meet 11.01.
        Assert.Equal("Kabupaten Aceh Singkil", ReferenceData.Regions["11.10"].Name);
        Assert.NotEqual(ReferenceData.Regions["11.10"], ReferenceData.Regions["11.01"]);
        Assert.False(ReferenceData.Regions.ContainsKey("11.1"));
    }

    [Theory]
    [InlineData("15.71", "Kota Jambi, Jambi")]
    [InlineData("15", "Jambi")]
    [InlineData("99.99", "99.99")]
    public void RegionName_WhenAsked_NamesTheRegionInItsProvince(string code, string name) =>
        Assert.Equal(name, ReferenceData.RegionName(code));

    [Fact]
    public void Criteria_WhenRead_AreTwoGatesAndTenWithPointsEachWithItsSource()
    {
        Assert.Equal(["C9", "RA"], ReferenceData.Criteria.Where(c => c.IsGate).Select(c => c.Code));
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C10", "C11"], ReferenceData.Criteria.Where(c => !c.IsGate).Select(c => c.Code));
        Assert.All(ReferenceData.Criteria, criterion => Assert.All(
            new[] { criterion.Name, criterion.Hint, criterion.Source }, text => Assert.True(text.En.Length > 0 && text.Id.Length > 0)));
    }

    [Fact]
    public void Sectors_WhenRead_AreFiveDigitsWithAName()
    {
        Assert.Equal(296, ReferenceData.Sectors.Count);
        Assert.All(ReferenceData.Sectors.Values, sector =>
        {
            Assert.Matches("^[0-9]{5}$", sector.Code);
            Assert.NotEmpty(sector.NameEn);
        });
        Assert.Equal("Waste management/disposal", ReferenceData.Sectors["14050"].NameEn);
    }

    [Fact]
    public void Obstacles_WhenRead_AreTenGroupsNamedInBothLanguages()
    {
        var obstacles = ReferenceData.Obstacles.Values; // a code listed twice would not have been read
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"O{n}"), obstacles.Select(o => o.Code).Where(code => !code.Contains('.')));
        Assert.Equal(75, obstacles.Count());
        Assert.All(obstacles, obstacle =>
        {
            Assert.Contains(obstacle.Code.Split('.')[0], ReferenceData.Obstacles.Keys);
            Assert.NotEmpty(obstacle.Name.En);
            Assert.NotEmpty(obstacle.Name.Id);
        });
        Assert.Equal("Land acquisition", ReferenceData.Obstacles["O10.9"].Name.En);
    }

    [Fact]
    public void ReadinessCriteria_WhenRead_AreTheUsualEightInBothLanguages()
    {
        var criteria = ReferenceData.ReadinessCriteria.Values;
        Assert.Equal(["plan", "indicators", "organisation", "land", "environment", "counterpart", "dprd", "procurement"], criteria.Select(c => c.Code)); // stored
        Assert.All(criteria, criterion => Assert.All([criterion.Name, criterion.Hint], text =>
        {
            Assert.NotEmpty(text.En);
            Assert.NotEmpty(text.Id);
        }));
        Assert.All(criteria, criterion => Assert.Equal("K", criterion.Source));
    }

    [Fact]
    public void Holidays_WhenRead_CoverTheYearsOfTheReadme()
    {
        Assert.Equal(98, ReferenceData.Holidays.Count);
        Assert.Equal([2024, 2025, 2026, 2027], ReferenceData.Holidays.Select(h => h.Date.Year).Distinct().Order());
        Assert.All(ReferenceData.Holidays, h => Assert.Equal(h.Date.Year == 2027, h.IsForecast));
        Assert.Contains(ReferenceData.Holidays, h => h.Date == new DateOnly(2026, 8, 17));
    }
}
