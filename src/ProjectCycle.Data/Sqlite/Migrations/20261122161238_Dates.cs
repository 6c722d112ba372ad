using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Dates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "Dates_FirstPaymentOn",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Dates_LastPaymentOn",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CountedOn",
                table: "Deadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceId",
                table: "Deadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Occurrence",
                table: "Deadlines",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "WaivedBecause",
                table: "Deadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_EvidenceId",
                table: "Deadlines",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_ProjectId_RuleCode_Occurrence",
                table: "Deadlines",
                columns: new[] { "ProjectId", "RuleCode", "Occurrence" },
                unique: true,
                filter: "\"DoneOn\" IS NULL AND \"CancelledAt\" IS NULL AND \"RuleCode\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Deadlines_Documents_EvidenceId",
                table: "Deadlines",
                column: "EvidenceId",
                principalTable: "Documents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Deadlines_Documents_EvidenceId",
                table: "Deadlines");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_EvidenceId",
                table: "Deadlines");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_ProjectId_RuleCode_Occurrence",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "Dates_FirstPaymentOn",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Dates_LastPaymentOn",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CountedOn",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "EvidenceId",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "Occurrence",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "WaivedBecause",
                table: "Deadlines");
        }
    }
}
